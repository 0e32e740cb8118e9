// What is wanted of a plan besides the instructions: measured here from the account and the orders alone.
import { runOf, type Run } from './plan-run.ts';
import {
  buysOf,
  HUNDRED,
  isPlanned,
  roundedCents,
  sellsOf,
  sum,
  told,
  tradesOf,
  unless,
  type Property,
} from './property.ts';
import { DAY, type WorldIntent } from './world.ts';

type Restraint = Extract<WorldIntent, { kind: 'restraint' }>;
type Flow = Exclude<WorldIntent, Restraint>;

const restraintOf = ({ world: { intent } }: Run): Restraint | undefined =>
  intent?.kind === 'restraint' ? intent : undefined;

const flowOf = ({ world: { intent } }: Run, kind: Flow['kind']): Flow | undefined =>
  intent?.kind === kind ? intent : undefined;

const valueOf = (trades: readonly { readonly value: bigint }[]): bigint => sum(trades.map(({ value }) => value));

/** Neither without sales nor for a deposit is anything sold. */
export const nothingIsSoldUnasked: Property = (run) => {
  const isForbidden = restraintOf(run)?.noSell === true || flowOf(run, 'deposit') !== undefined;
  return isForbidden
    ? sellsOf(run).flatMap((trade) => unless(false, `${told(trade)} although nothing is to be sold`))
    : [];
};

/** What the same plan would sell is told as undone, to the cent where no fees of sales are set aside. */
export const withheldSalesAreTold: Property = (run) => {
  const intent = restraintOf(run);
  if (intent?.noSell !== true || !isPlanned(run) || run.config.trading.fee_per_order_usd > 0n) return [];
  const selling = runOf({ ...run.world, intent: { ...intent, noSell: false } });
  const listed = run.result.plan.unfilled.filter(({ reason }) => reason === 'no-sell');
  return unless(
    valueOf(sellsOf(selling)) === valueOf(listed),
    `${valueOf(listed)} cents told, ${valueOf(sellsOf(selling))} withheld`,
  );
};

/** For a withdrawal nothing is bought. */
export const nothingIsBoughtForAWithdrawal: Property = (run) =>
  flowOf(run, 'withdrawal') === undefined ? [] : buysOf(run).flatMap((trade) => unless(false, told(trade)));

/** A deposit is spent at most: the cash that was there before stays. */
export const aDepositSpendsOnlyItself: Property = (run) => {
  const deposit = flowOf(run, 'deposit');
  if (deposit === undefined) return [];
  const spent = valueOf(buysOf(run)) + sum(tradesOf(run).map(({ fees }) => fees));
  return unless(spent <= BigInt(deposit.amount), `${spent} cents spent of ${deposit.amount}`);
};

const floorIn = ({ sources, config }: Run, total: bigint): bigint => {
  const stated = sources.directives.find(({ kind }) => kind === 'cash');
  const pct = stated?.kind === 'cash' ? stated.target : config.cash_minimum.min_pct;
  const part = pct * total;
  return part > config.cash_minimum.min_usd * HUNDRED ? part : config.cash_minimum.min_usd * HUNDRED;
};

/** After a withdrawal the floor is there, of what remains; or what is missing is told. */
export const aWithdrawalLeavesTheFloor: Property = (run) => {
  if (flowOf(run, 'withdrawal') === undefined || !isPlanned(run)) return [];
  const { cash, total } = run.result.rehearsal.after;
  const isTold = run.result.plan.unfilled.some(({ reason }) => reason === 'not-raised');
  const floor = floorIn(run, total - roundedCents(run));
  return unless(isTold || cash * HUNDRED >= floor, `${cash} of ${total} cents left`);
};

/** No more is sold for a withdrawal than it takes: less than a lot of each that is sold, and one smallest order, beyond. */
export const aWithdrawalSellsNoMoreThanItTakes: Property = (run) => {
  if (flowOf(run, 'withdrawal') === undefined || !isPlanned(run) || sellsOf(run).length === 0) return [];
  const { before, after } = run.result.rehearsal;
  const beyond = after.cash * HUNDRED - floorIn(run, after.total);
  const lot = BigInt(run.config.trading.lot);
  const lots = sum(sellsOf(run).map(({ price }) => (price * lot + 99n) / 100n));
  const small = run.config.trading.min_trade_usd * BigInt(1 + new Set(sellsOf(run).map(({ sector }) => sector)).size);
  const most =
    lots + small + roundedCents(run) + BigInt(before.sectors.size) + run.config.trading.fee_per_order_usd * 60n;
  return unless(beyond <= most * HUNDRED, `${beyond / HUNDRED} cents beyond the floor, ${most} explained`);
};

/** Half the width of the band around a target, over HUNDRED² so that nothing is rounded. */
const halfBand = ({ config: { bands } }: Run, target: bigint): bigint => {
  const [absolute, relative] = [bands.points * HUNDRED, target * bands.relative_pct];
  return absolute <= relative === (bands.rule === 'narrower') ? absolute : relative;
};

/** A sector with a target: within its band it is left alone, outside it is not moved beyond the edge of the band. */
export const bandsAreKept: Property = (run) => {
  if (restraintOf(run)?.withinBand !== true || !isPlanned(run)) return [];
  const { before, after } = run.result.rehearsal;
  return run.sources.directives.flatMap((directive) => {
    if (directive.kind !== 'sector' || directive.target === undefined || directive.target === 0n) return [];
    const target = directive.target;
    const half = halfBand(run, target);
    const moved = tradesOf(run).filter((trade) => trade.directive === directive.id);
    const was = (before.sectors.get(directive.sector) ?? 0n) * HUNDRED * HUNDRED - target * HUNDRED * before.total;
    const reach = half * before.total;
    const isInside = (was < 0n ? -was : was) <= reach;
    const is = (after.sectors.get(directive.sector) ?? 0n) * HUNDRED * HUNDRED - target * HUNDRED * after.total;
    const lots = sum(moved.map(({ price }) => (price * BigInt(run.config.trading.lot) + 99n) / 100n));
    const slack = (lots + roundedCents(run) + run.config.trading.fee_per_order_usd * 60n + 2n) * HUNDRED * HUNDRED;
    const edge = half * after.total;
    return [
      ...unless(!isInside || moved.length === 0, `${directive.id} moves although it lies within its band`),
      ...unless(
        isInside || was < 0n || moved.length === 0 || is >= edge - slack,
        `${directive.id} sinks below its edge`,
      ),
      ...unless(
        isInside || was > 0n || moved.length === 0 || is <= -edge + slack,
        `${directive.id} rises above its edge`,
      ),
    ];
  });
};

/** Locks of the person's own: what they forbid is not done, and a position is not moved out of its range. */
export const locksAreKept: Property = (run) => {
  const { before, after } = run.result.rehearsal;
  const wide = roundedCents(run) + run.config.trading.fee_per_order_usd * 60n;
  return (run.world.settings.locks?.tickers ?? []).flatMap((lock) => {
    const trades = tradesOf(run).filter(({ ticker }) => ticker === lock.ticker);
    if (lock.until < DAY) return [];
    const at = trades[0];
    const is = Number(at === undefined ? 0n : (after.positions.get(at.ticker)?.shares ?? 0n)) / 1_000_000;
    const value = at === undefined ? 0n : (after.positions.get(at.ticker)?.value ?? 0n);
    const [min, max] = [lock.min_pct ?? 0, lock.max_pct ?? 100].map((pct) => BigInt(Math.round(pct * 1_000_000)));
    return trades.flatMap((trade) => {
      const isSold = trade.side === 'SELL';
      const isKept = isSold
        ? lock.kind !== 'no_sell' &&
          is >= (lock.min_shares ?? 0) &&
          (value + wide) * HUNDRED >= (min ?? 0n) * (after.total < before.total ? after.total : before.total)
        : lock.kind !== 'no_buy' &&
          is <= (lock.max_shares ?? Infinity) &&
          value * HUNDRED <= (max ?? HUNDRED) * (after.total + wide);
      return unless(isKept, `${told(trade)} against ${JSON.stringify(lock)}`);
    });
  });
};
