import type { ExecutionQuality, OrderQuality, Slippage } from '../model/execution-quality.ts';
import type { Fill } from '../model/fill.ts';
import { compareText } from '../model/order.ts';
import type { PlannedOrder } from '../model/planned-order.ts';
import type { Ratio } from '../model/ratio.ts';
import { exactWorth, nearestCents, sumCents, worth, type Exact, type Shares } from '../model/units.ts';
import { fillsOf, leftOf, type Books } from './5-books.ts';

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

/** What fills cost more, or brought less, than at the plan's price; and what they are worth at that price. Exact. */
interface Against {
  readonly worse: bigint;
  readonly planned: bigint;
}

const against = ({ side, price }: PlannedOrder, fills: readonly Fill[]): Against => {
  const more = sum(fills.map((fill) => exactWorth(fill.price, fill.shares) - exactWorth(price, fill.shares)));
  return { worse: side === 'BUY' ? more : -more, planned: sum(fills.map(({ shares }) => exactWorth(price, shares))) };
};

const bpsOf = ({ worse, planned }: Against): Pick<Slippage, 'bps'> =>
  planned === 0n ? {} : { bps: { num: worse * 10_000n, den: planned } };

const part = (some: bigint, all: bigint): Ratio => (all > 0n ? { num: some, den: all } : { num: 0n, den: 1n });

/** The earliest and the latest of some moments: by the clock where all have an offset, else as they are written. */
const span = (fills: readonly Fill[]): Pick<OrderQuality, 'first' | 'last'> => {
  const times = fills.flatMap(({ at }) => at ?? []);
  const zoned = times.every((at) => /(?:Z|[+-]\d{2}:\d{2})$/.test(at) && at.includes('T'));
  const [first, ...rest] = [...times].sort((a, b) => (zoned ? Date.parse(a) - Date.parse(b) : compareText(a, b)));
  return first === undefined ? {} : { first, last: rest.at(-1) ?? first };
};

const qualityOf = (order: PlannedOrder, books: Pick<Books, 'plan' | 'fills'>): OrderQuality => {
  const fills = fillsOf(books, order.seq);
  const filled = sum(fills.map(({ shares }) => shares)) as Shares;
  const left = leftOf(books, order);
  const measured = against(order, fills);
  return {
    order,
    filled,
    left: left > 0n ? left : (0n as Shares),
    filledShare: part(filled, order.shares),
    ...(filled === 0n
      ? {}
      : { average: { num: sum(fills.map((one) => exactWorth(one.price, one.shares))), den: filled } }),
    ...bpsOf(measured),
    dollars: nearestCents(measured.worse as Exact),
    value: sumCents(fills.map(({ price, shares }) => worth(price, shares))),
    fees: sumCents(fills.map(({ fees }) => fees)),
    ...span(fills),
    fills,
  };
};

/**
 * Step 6: how the orders of a plan were carried out. Slippage is measured on the exact amounts against the plan's prices;
 * the basis points of the whole weigh each order with what was filled of it.
 */
export const executionQuality = ({
  plan,
  orders,
  fills,
}: Pick<Books, 'plan' | 'orders' | 'fills'>): ExecutionQuality => {
  const own = fills.filter((fill) => fill.plan === plan);
  const qualities = orders.map((order) => qualityOf(order, { plan, fills: own }));
  const measured = qualities.map((one) => against(one.order, one.fills));
  const planned = sum(measured.map((one) => one.planned));
  const ordered = sum(orders.map(({ price, shares }) => exactWorth(price, shares)));
  const numbers = new Set(orders.map(({ seq }) => seq));
  const assigned = qualities.flatMap((one) => one.fills);
  return {
    orders: qualities,
    others: own.filter(({ order }) => order === undefined || !numbers.has(order)),
    complete: qualities.filter(({ left }) => left === 0n).length,
    filledShare: part(planned, ordered),
    ...bpsOf({ worse: sum(measured.map(({ worse }) => worse)), planned }),
    dollars: sumCents(qualities.map(({ dollars }) => dollars)),
    value: sumCents(qualities.map(({ value }) => value)),
    fees: sumCents(qualities.map(({ fees }) => fees)),
    ...span(assigned),
  };
};
