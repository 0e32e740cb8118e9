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

/** With one amount more among the largest, of which so many are kept, in descending order. */
const withAmount = (largest: readonly bigint[], amount: bigint, many: number): readonly bigint[] => {
  const at = largest.findIndex((one) => one < amount);
  if (amount <= 0n || (at < 0 && largest.length >= many)) return largest;
  return (at < 0 ? [...largest, amount] : [...largest.slice(0, at), amount, ...largest.slice(at)]).slice(0, many);
};

const runningSums = (amounts: readonly bigint[]): readonly bigint[] => {
  let sum = 0n;
  return [0n, ...amounts.map((one) => (sum += one))];
};

/** From each position on, the most that 0, 1, 2 … orders can move together, one a name; more orders than listed: the last. */
const reaches = (amounts: readonly bigint[], orders: number): readonly (readonly bigint[])[] => {
  const found: (readonly bigint[])[] = [[0n]];
  let largest: readonly bigint[] = [];
  for (const amount of amounts.toReversed()) {
    const more = withAmount(largest, amount, orders);
    found.push(more === largest ? (found.at(-1) ?? [0n]) : runningSums(more));
    largest = more;
  }
  return found.reverse();
};

const reachOf = (sums: readonly bigint[] | undefined, orders: number): bigint => sums?.[orders] ?? sums?.at(-1) ?? 0n;

const salesOf = ({ names }: Group): readonly bigint[] => names.map((name) => shareOf(name) * (name.held - name.least));
const purchasesOf = ({ names }: Group): readonly bigint[] =>
  names.map((name) => shareOf(name) * (name.most - name.held));

/** No fewer orders than this can bring a group into its band, however many parts of shares they move. */
export const leastOrders = (group: Group): number => {
  const { value, lowest, highest, names } = group;
  if (lowest <= value && value <= highest) return 0;
  const gap = value > highest ? value - highest : lowest - value;
  const [sums = [0n]] = reaches(value > highest ? salesOf(group) : purchasesOf(group), names.length);
  const orders = sums.findIndex((sum) => sum >= gap);
  return orders < 0 ? names.length + 1 : orders;
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
    search.looked += 1;
    const price = shareOf(name);
    const low = group.lowest - value - reachOf(search.up[at + 1], orders - 1);
    const high = group.highest - value + reachOf(search.down[at + 1], orders - 1);
    const ideal = floorDivide(asked.aim - value, price);
    for (const shares of outward(rangesOf(name, asked.smallest, low, high), ideal)) {
      if (isDone(search)) return;
      search.looked += 1;
      open(search, orders - 1, at + 1, value + shares * price, [...moves, { name: at, shares }]);
    }
  }
};

/** Exactly so many orders that bring a group into its band, if there are any. */
export const reachBand = (group: Group, asked: Asked): Attempt => {
  const { value, lowest, highest } = group;
  if (asked.orders === 0) {
    return { finished: true, ...(lowest <= value && value <= highest ? { reached: { value, moves: [] } } : {}) };
  }
  const others = asked.orders - 1;
  const search: Search = {
    group,
    asked,
    up: others === 0 ? [] : reaches(purchasesOf(group), others),
    down: others === 0 ? [] : reaches(salesOf(group), others),
    looked: 0,
  };
  open(search, asked.orders, 0, value, []);
  const finished = search.looked < asked.effort || search.best?.value === asked.aim;
  return search.best === undefined ? { finished } : { reached: search.best, finished };
};

/**
 * The same orders with other numbers of shares in one of them, so that the group ends at `to` or, in the direction in which
 * that lies, as little beyond it as whole shares allow; as near as the band allows where that is too far.
 */
export const nudged = (group: Group, reached: Reached, to: Exact, smallest: Exact): Reached => {
  const falls = to < reached.value;
  const options = reached.moves.flatMap((move) => {
    const name = group.names[move.name];
    if (name === undefined) return [];
    const price = shareOf(name);
    const rest = reached.value - move.shares * price;
    const wanted = falls ? floorDivide(to - rest, price) : ceilDivide(to - rest, price);
    return rangesOf(name, smallest, group.lowest - rest, group.highest - rest).map((range): Reached => {
      const shares = within(range, wanted);
      const moves = reached.moves.map((one) => (one === move ? { ...one, shares } : one));
      return { value: (rest + shares * price) as Exact, moves };
    });
  });
  const score = ({ value }: Reached): bigint => (falls === value <= to ? 0n : magnitude(value - to));
  return [reached, ...options].reduce((best, one) => (score(one) < score(best) ? one : best));
};
