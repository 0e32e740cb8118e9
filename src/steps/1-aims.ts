import type { Issue } from '../model/issue.ts';
import { flowOf, type Intent, type MoneyFlow, type Restraint } from '../model/intent.ts';
import { dollarText } from '../model/figures.ts';
import type { Unfilled } from '../model/trade.ts';
import { exactOf, subtractCents, sumCents, upToCents, type Exact } from '../model/units.ts';
import { aimDeposit } from './1-aim-deposit.ts';
import { aimWithdrawal, shortOf } from './1-aim-withdrawal.ts';
import { withinBand } from './1-within-band.ts';
import { withoutSales } from './1-without-sales.ts';
import type { Ground, Order } from './ground.ts';

/** What the generator is to carry out, in place of the instructions as they stand. */
export interface Aimed {
  readonly ground: Ground;
  /** What the person's wish leaves undone of the instructions. */
  readonly unfilled: readonly Unfilled[];
  readonly issues: readonly Issue[];
}

const restrained = (ground: Ground, { noSell, withinBand: onlyBack }: Restraint): Aimed => {
  const back = onlyBack ? withinBand(ground) : { ground, issues: [] };
  const without = noSell ? withoutSales(back.ground) : { ground: back.ground, unfilled: [] };
  return { ...without, issues: back.issues };
};

/** What the document's cash does not show yet: a person has to know whether it is counted. */
const flowNote = (ground: Ground, { kind, amount }: MoneyFlow): Issue => {
  const stated = kind === 'deposit' ? subtractCents(ground.portfolio.cash, amount) : ground.portfolio.cash;
  return {
    code: `${kind}-planned`,
    level: 'note',
    detail: { amount: dollarText(amount), stated: dollarText(stated) },
  };
};

/** The aims of a plan: those of the document, or what the person wants of it instead. */
export const aimsOf = (ground: Ground, intent: Intent): Aimed => {
  if (intent.kind === 'restraint') return restrained(ground, intent);
  const aimed = intent.kind === 'deposit' ? aimDeposit(ground, intent) : aimWithdrawal(ground, intent);
  return { ground: aimed, unfilled: [], issues: [] };
};

/** What the sales do not bring of a withdrawal: cash would fall below its floor. Nothing is told here where it would be negative. */
const notRaised = (ground: Ground, { kind, amount }: MoneyFlow, orders: readonly Order[]): readonly Unfilled[] => {
  if (kind === 'deposit') return [];
  const value = shortOf(ground, sumCents(orders.map((order) => order.value)));
  const floor = upToCents((ground.cashFloor - exactOf(amount)) as Exact);
  return value > 0n && value <= floor ? [{ subject: 'Cash', directive: 'cash', value, reason: 'not-raised' }] : [];
};

/** What there is to say of money that flows once the orders are known. */
export const toldOfFlow = (
  ground: Ground,
  intent: Intent | undefined,
  orders: readonly Order[],
): Pick<Aimed, 'unfilled' | 'issues'> => {
  const flow = flowOf(intent);
  if (flow === undefined) return { unfilled: [], issues: [] };
  const unfilled = notRaised(ground, flow, orders);
  const isCovered = flow.kind === 'deposit' || shortOf(ground, sumCents(orders.map(({ value }) => value))) <= 0n;
  return { unfilled, issues: isCovered ? [flowNote(ground, flow)] : [] };
};
