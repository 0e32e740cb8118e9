import type { Mover } from './4c-mover.ts';

/** Whose orders are filled worse than planned. */
export interface Against {
  readonly sells: boolean;
  readonly buys: boolean;
}

/** A ticker whose price may move against its orders: down where it is sold, up where it is bought, both where it is both. */
export interface Push {
  readonly mover: Mover;
  readonly down: boolean;
  readonly up: boolean;
}

/** How often cash, the total and the ticker's own position count in what must not become negative. */
export interface Counts {
  readonly cash: bigint;
  readonly total: bigint;
  readonly own: bigint;
}

export const pushesOf = (movers: readonly Mover[], against: Against): readonly Push[] =>
  movers.map((mover) => ({
    mover,
    down: against.sells && mover.orders.some(({ trade }) => trade.side === 'SELL'),
    up: against.buys && mover.orders.some(({ trade }) => trade.side === 'BUY'),
  }));

/** What doubling the price of a ticker adds, after so many of its orders: price × shares, the shares counted as said. */
export const growthOf = ({ mover: { at, parts } }: Push, { cash, total, own }: Counts, done: number): bigint => {
  const [held, left] = [parts[0] ?? 0n, parts[2 * done] ?? 0n];
  return at * (cash * (held - left) + total * held + own * left);
};

/** What doubling the price of a ticker adds to what is held of it before the plan. */
export const heldAt = ({ mover: { at, parts } }: Push): bigint => at * (parts[0] ?? 0n);

/** -1 where a falling price is against the account, 1 where a rising one is, 0 where the price does not move against it. */
export const worstWay = (push: Push, counts: Counts, done: number): -1n | 0n | 1n => {
  const grown = growthOf(push, counts, done);
  if (grown > 0n) return push.down ? -1n : 0n;
  return grown < 0n && push.up ? 1n : 0n;
};

/** What is lost, at the worst, when prices may move by their whole. */
export const lossOf = (push: Push, counts: Counts, done: number): bigint =>
  -worstWay(push, counts, done) * growthOf(push, counts, done);

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** Twice the cents that rounding may add to the loss: half a cent for each order that is done, and for what is held. */
export const roughOf = ({ down, up }: Push, { cash, total, own }: Counts, done: number): bigint =>
  down || up ? BigInt(done) * size(cash + total) + size(total + own) : 0n;
