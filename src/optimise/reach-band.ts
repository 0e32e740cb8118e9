import { ceilDivide, floorDivide, type Exact } from '../model/units.ts';
import { shareOf, type Sized } from './sized.ts';

/** A name of which whole shares may be bought or sold. */
export interface Movable extends Omit<Sized, 'target'> {
  readonly held: bigint;
}

/** Names of one sector, and the value that the sector should have. */
export interface Group {
  /** Who may be traded, the preferred first. */
  readonly names: readonly Movable[];
  /** What the sector is worth now, with what may not be traded. */
  readonly value: Exact;
  readonly lowest: Exact;
  readonly highest: Exact;
}

/** One order: shares of the name at this position, negative where they are sold. */
export interface Move {
  readonly name: number;
  readonly shares: bigint;
}

/** What is asked for: so many orders, each worth at least `smallest`, that bring the group near to `aim`. */
export interface Asked {
  readonly orders: number;
  readonly aim: Exact;
  readonly smallest: Exact;
  /** The first orders that do, in the order of preference, or those that come closest of all. */
  readonly choose: 'first' | 'closest';
  /** How many single orders may be looked at. */
  readonly effort: number;
}

/** Orders that bring a group between its lowest and highest value. */
export interface Reached {
  readonly value: Exact;
  readonly moves: readonly Move[];
}

/** The orders that were found, and whether the search was carried to its end: then there are none better. */
export interface Attempt {
  readonly reached?: Reached;
  readonly finished: boolean;
}

/** Numbers of shares from one to another. */
interface Range {
  readonly from: bigint;
  readonly to: bigint;
}

interface Search {
  readonly group: Group;
  readonly asked: Asked;
  /** By position: the most that 0, 1, 2 … orders in names from there on can add, and take away. */
  readonly up: readonly (readonly bigint[])[];
  readonly down: readonly (readonly bigint[])[];
  best?: Reached;
  looked: number;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const within = ({ from, to }: Range, value: bigint): bigint => (value < from ? from : value > to ? to : value);

/** The numbers of shares that an order may move so that the value changes by something between two amounts. */
const rangesOf = (name: Movable, smallest: Exact, low: bigint, high: bigint): readonly Range[] => {
  const price = shareOf(name);
  const least = smallest > price ? ceilDivide(smallest, price) : 1n;
  const [from, to] = [ceilDivide(low, price), floorDivide(high, price)];
  const clipped = (a: bigint, b: bigint): Range => ({ from: a > from ? a : from, to: b < to ? b : to });
  return [clipped(name.least - name.held, -least), clipped(least, name.most - name.held)].filter(
    (range) => range.from <= range.to,
  );
};

/** The numbers of some ranges, in each those next to `start` first. */
function* outward(ranges: readonly Range[], start: bigint): Generator<bigint> {
  for (const range of ranges) {
    const first = within(range, start);
    yield first;
    for (let step = 1n; first - step >= range.from || first + step <= range.to; step += 1n) {
      if (first - step >= range.from) yield first - step;
      if (first + step <= range.to) yield first + step;
    }
  }
}

/** From each position on, the most that 0, 1, 2 … orders can move together, one a name. */
const reaches = (amounts: readonly bigint[], orders: number): readonly (readonly bigint[])[] => {
  const found: (readonly bigint[])[] = [];
  let largest: readonly bigint[] = [];
  for (const amount of [0n, ...amounts.toReversed()]) {
    largest = [...largest, amount > 0n ? amount : 0n].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).slice(0, orders);
    let sum = 0n;
    found.push([0n, ...largest.map((one) => (sum += one))]);
  }
  return found.reverse();
};

const isDone = ({ best, asked, looked }: Search): boolean =>
  (best !== undefined && (asked.choose === 'first' || best.value === asked.aim)) || looked >= asked.effort;

const keepIfCloser = (search: Search, value: Exact, moves: readonly Move[]): void => {
  const { best, asked } = search;
  if (best === undefined || magnitude(value - asked.aim) < magnitude(best.value - asked.aim)) {
    search.best = { value, moves };
  }
};

/** The last order: who can close what is open is known without trying. */
const close = (search: Search, from: number, value: bigint, moves: readonly Move[]): void => {
  const { group, asked } = search;
  for (let at = from; at < group.names.length && !isDone(search); at += 1) {
    const name = group.names[at];
    if (name === undefined) continue;
    search.looked += 1;
    const price = shareOf(name);
    const ideal = floorDivide(asked.aim - value, price);
    for (const range of rangesOf(name, asked.smallest, group.lowest - value, group.highest - value)) {
      for (const shares of [within(range, ideal), within(range, ideal + 1n)]) {
        keepIfCloser(search, (value + shares * price) as Exact, [...moves, { name: at, shares }]);
      }
    }
  }
};

/** Any order but the last: every number of shares after which the others can still close what is open. */
const open = (search: Search, orders: number, from: number, value: bigint, moves: readonly Move[]): void => {
  const { group, asked } = search;
  if (orders === 1) close(search, from, value, moves);
  for (let at = from; orders > 1 && at <= group.names.length - orders && !isDone(search); at += 1) {
    const name = group.names[at];
    if (name === undefined) continue;
    const price = shareOf(name);
    const low = group.lowest - value - (search.up[at + 1]?.[orders - 1] ?? 0n);
    const high = group.highest - value + (search.down[at + 1]?.[orders - 1] ?? 0n);
    const ideal = floorDivide(asked.aim - value, price);
    for (const shares of outward(rangesOf(name, asked.smallest, low, high), ideal)) {
      if (isDone(search)) return;
      open(search, orders - 1, at + 1, value + shares * price, [...moves, { name: at, shares }]);
    }
  }
};

/** Exactly so many orders that bring a group into its band, if there are any. */
export const reachBand = (group: Group, asked: Asked): Attempt => {
  const { names, value, lowest, highest } = group;
  if (asked.orders === 0) {
    return { finished: true, ...(lowest <= value && value <= highest ? { reached: { value, moves: [] } } : {}) };
  }
  const search: Search = {
    group,
    asked,
    up: reaches(
      names.map((name) => shareOf(name) * (name.most - name.held)),
      asked.orders,
    ),
    down: reaches(
      names.map((name) => shareOf(name) * (name.held - name.least)),
      asked.orders,
    ),
    looked: 0,
  };
  open(search, asked.orders, 0, value, []);
  const finished = search.looked < asked.effort || search.best?.value === asked.aim;
  return search.best === undefined ? { finished } : { reached: search.best, finished };
};
