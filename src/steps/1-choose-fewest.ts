import { percentText } from '../model/figures.ts';
import type { Ticker } from '../model/ticker.ts';
import { cents, exactOf, sumCents, worth, type Cents, type Exact, type Shares } from '../model/units.ts';
import { fewestTogether } from '../optimise/fewest-orders.ts';
import type { Move } from '../optimise/reach-band.ts';
import { signed, tasksOf, termsOf, type Task } from './1-fewest-tasks.ts';
import { lotOf, type Ground, type Order } from './ground.ts';

/** Fewest orders in place of those of steps 1A and 1B. */
export interface Fewest {
  readonly orders: readonly Order[];
  /** It cannot be done with fewer. */
  readonly bound: number;
  /** Directives that were carried out so, and every ticker that could have been traded for them. */
  readonly directives: ReadonlySet<string>;
  readonly tickers: ReadonlySet<Ticker>;
}

/** A price in whole cents: what whole shares are worth then needs no rounding. */
const WHOLE_CENT = 100n;

const orderOf = (ground: Ground, { resolved, directive, parties }: Task, { name, shares: lots }: Move, of: number) => {
  const party = parties[name];
  if (party === undefined) return [];
  const { ticker, price, more } = party;
  const shares = ((lots < 0n ? -lots : lots) * lotOf(ground.config)) as Shares;
  const order: Order = {
    side: lots < 0n ? 'SELL' : 'BUY',
    ticker,
    sector: directive.sector,
    shares,
    price,
    value: worth(price, shares),
    directive: directive.id,
    why: {
      rule: 'fewest-orders',
      detail: {
        subject: resolved.subject,
        current: percentText(resolved.current),
        target: percentText(resolved.target),
        tolerance: percentText({ num: BigInt(ground.config.trading.sector_tolerance_bp), den: 10_000n }).replace(
          '%',
          '',
        ),
        orders: of,
        single: of === 1,
      },
    },
    ...more,
  };
  return [order];
};

/** What the orders of single tickers, and those that fewest orders cannot replace, leave in cash. */
const cashFor = ({ portfolio, reserve, cashFloor, total }: Ground, fixed: readonly Order[], tasks: readonly Task[]) => {
  const odd = tasks.flatMap(({ parties }) => parties).filter(({ price }) => price % WHOLE_CENT !== 0n).length;
  return {
    now: exactOf((portfolio.cash - reserve - sumCents(fixed.map(signed))) as Cents),
    lowest: (cashFloor + exactOf(cents(BigInt(odd)))) as Exact,
    highest: exactOf(total),
  };
};

/**
 * As few orders as bring every sector that a directive changes within the tolerance of its target. `seed` are the orders of
 * steps 1A and 1B: those of single tickers stay, and those of sectors that nobody can bring so near, or that end. Who
 * may be traded, up to what, and in which order of preference is the same as there. Undefined when no directive is
 * left to carry out so, or no such orders were found.
 */
export const chooseFewest = (ground: Ground, seed: readonly Order[]): Fewest | undefined => {
  const bySector = new Set(
    ground.directives.filter(({ directive }) => directive.kind === 'sector').map(({ directive }) => directive.id),
  );
  const tasks = tasksOf(
    ground,
    seed.filter(({ directive }) => !bySector.has(directive)),
  );
  const directives = new Set(tasks.map(({ directive }) => directive.id));
  const fixed = seed.filter(({ directive }) => !directives.has(directive));
  if (tasks.length === 0) return undefined;
  const bands = tasks.map(({ band }) => band);
  const minima = tasks.map(({ minimum }) => minimum);
  const found = fewestTogether(bands, minima, cashFor(ground, fixed, tasks), termsOf(ground));
  if (found === undefined) return undefined;
  const orders = tasks.flatMap((task, at) =>
    (found.moves[at] ?? []).flatMap((move) => orderOf(ground, task, move, found.moves[at]?.length ?? 0)),
  );
  return {
    orders: [...fixed, ...orders],
    bound: fixed.length + found.bound,
    directives,
    tickers: new Set(tasks.flatMap(({ parties }) => parties.map(({ ticker }) => ticker))),
  };
};
