import { totalValue } from '../model/portfolio.ts';
import { compareText } from '../model/order.ts';
import type { FewestCount, Plan, Trade, Unfilled } from '../model/trade.ts';
import { flowing } from '../model/intent.ts';
import { exactOf, exactPart, type Cents, type Pct } from '../model/units.ts';
import type { Issue } from '../model/issue.ts';
import { aimsOf, toldOfFlow, type Aimed } from './1-aims.ts';
import { chooseFewest, type Fewest } from './1-choose-fewest.ts';
import { chooseSells } from './1a-choose-sells.ts';
import { chooseBuys } from './1b-choose-buys.ts';
import { sequence } from './4a-sequence.ts';
import type { Ground, Order } from './ground.ts';

/** Everything of the ground that does not depend on how many orders there will be. */
export type Groundwork = Omit<Ground, 'total' | 'reserve' | 'cashFloor'>;

/** The plan, and what the generator has to say about it. */
export interface Listing {
  readonly plan: Plan;
  readonly issues: readonly Issue[];
}

/** The cash to keep: the stated target, else the minimum of the config. */
export const cashFloorOf = ({ directives, config }: Pick<Groundwork, 'directives' | 'config'>): Pct => {
  const cash = directives.flatMap(({ directive }) => (directive.kind === 'cash' ? [directive.target] : []))[0];
  return cash ?? config.cash_minimum.min_pct;
};

const tradeOf = ({ shares, side, price, ...order }: Order, fees: Cents): Trade => ({
  side,
  shares,
  price,
  fees,
  ...order,
});

const countOf = ({ config }: Ground, { orders, bound }: Fewest): FewestCount => ({
  orders: orders.length,
  bound,
  toleranceBp: config.trading.sector_tolerance_bp,
});

const asWritten = (ground: Ground): Aimed => ({ ground, unfilled: [], issues: [] });

/** Without sales it is the person's own wish that the cash does not pay for everything. */
const undone = (lines: readonly Unfilled[], { intent }: Ground): readonly Unfilled[] =>
  intent?.kind === 'restraint' && intent.noSell
    ? lines.map((line) => (line.reason === 'cash-floor' ? { ...line, reason: 'no-sell-cash' } : line))
    : lines;

const listWith = (groundwork: Groundwork, reserve: Cents): Listing => {
  const { intent } = groundwork;
  const total = (totalValue(groundwork.portfolio) - reserve - flowing(intent, 'withdrawal')) as Cents;
  const part = exactPart(cashFloorOf(groundwork), total);
  const least = exactOf(groundwork.config.cash_minimum.min_usd);
  const plain: Ground = {
    ...groundwork,
    total,
    reserve,
    cashFloor: part > least ? part : least,
  };
  const { ground, ...aimed } = intent === undefined ? asWritten(plain) : aimsOf(plain, intent);
  const sells = chooseSells(ground);
  const buys = chooseBuys(ground, sells.orders);
  const seed = [...sells.orders, ...buys.orders];
  const fee = ground.config.trading.fee_per_order_usd;
  const taken = ground.config.trading.objective === 'fewest_orders' ? chooseFewest(ground, seed) : undefined;
  const flow = toldOfFlow(ground, intent, taken?.orders ?? seed);
  return {
    plan: {
      trades: sequence((taken?.orders ?? seed).map((order) => tradeOf(order, fee))),
      unfilled: [
        ...aimed.unfilled,
        ...undone([...sells.unfilled, ...buys.unfilled], ground).filter(
          ({ directive }) => taken?.directives.has(directive) !== true,
        ),
        ...flow.unfilled,
      ],
      suppressed: [...sells.suppressed, ...buys.suppressed]
        .filter(({ ticker }) => taken?.tickers.has(ticker) !== true)
        .sort((a, b) => compareText(a.ticker, b.ticker)),
      rejectedPicks: buys.rejected,
      ...(taken === undefined ? {} : { fewest: countOf(ground, taken) }),
      ...(intent === undefined ? {} : { aims: ground.directives }),
    },
    issues: [
      ...aimed.issues,
      ...flow.issues,
      ...buys.issues.filter(({ code }) => taken === undefined || code !== 'buys-scaled'),
    ],
  };
};

/**
 * Step 1C: the sells, then the buys. Fees are set aside first: the plan is made again with more set aside until what
 * its orders cost is covered.
 */
export const listTrades = (groundwork: Groundwork): Listing => {
  const fee = groundwork.config.trading.fee_per_order_usd;
  let reserve = 0n as Cents;
  for (;;) {
    const listing = listWith(groundwork, reserve);
    const needed = (fee * BigInt(listing.plan.trades.length)) as Cents;
    if (needed <= reserve) return listing;
    reserve = needed;
  }
};

const NOTHING: Listing = { plan: { trades: [], unfilled: [], suppressed: [], rejectedPicks: [] }, issues: [] };

/** The trades; none where statements contradict each other: they get a verdict, and nothing to type. */
export const listUnlessBlocked = (groundwork: Groundwork, issues: readonly Issue[]): Listing =>
  issues.some(({ level }) => level === 'block' || level === 'unusable') ? NOTHING : listTrades(groundwork);
