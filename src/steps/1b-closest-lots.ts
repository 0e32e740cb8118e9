import { exactOf, exactWorth, lotsWithin, type Cents, type Exact, type Price, type Shares } from '../model/units.ts';
import { roundShares, type Effort, type Held, type Room } from '../optimise/round-shares.ts';
import { least, type Basket, type Line } from './1b-basket.ts';

/** How close whole lots come to the amounts that were wanted. */
export interface Closeness {
  /** Dollars of the wanted amounts that whole lots leave uncovered. */
  readonly uncovered: Exact;
  /** No choice of whole lots under the same rules leaves less uncovered than this much less. */
  readonly within: Exact;
}

/** The lots that come closest, where they come closer than those that were handed out; and how close both come. */
export interface Closest {
  readonly lots?: readonly bigint[];
  readonly handed: Closeness;
  readonly chosen: Closeness;
}

/** What binds the choice: the room of each group, the cash, and the least value of an order. */
export interface Bounds {
  readonly rooms: readonly Exact[];
  readonly available: Exact;
  readonly smallest: Cents;
}

/** Groups of three picks need a handful of tries; beyond this the plan states its gap. */
const EFFORT: Effort = { tries: 2_000, ways: 400_000 };

/** Beyond this many names the search is left out, and the plan states all that is uncovered as its gap. */
const MOST_NAMES = 2_000;

const NOTHING = 0n as Exact;

const idealOf = (lines: readonly Line[]): bigint => lines.reduce((sum, { wanted: { ideal } }) => sum + ideal, 0n);

/** A candidate for the solver, in lots for shares. */
const nameOf = ({ wanted: { candidate, ideal } }: Line, lot: Shares, room: bigint): Held => {
  const { price, cap, held } = candidate;
  const most = lotsWithin(least(room, cap - exactWorth(price, held)) as Exact, price, lot);
  return {
    price: ((price * lot) / 1_000_000n) as Price,
    target: ideal,
    least: 0n,
    most: most > 0n ? most : 0n,
    held: 0n,
  };
};

/** What is covered of the amounts, in dollars, by so many lots each. */
const coveredBy = (lines: readonly Line[], lots: readonly bigint[], lot: Shares): bigint =>
  lines.reduce((sum, { wanted: { candidate, ideal } }, at) => {
    const value = exactWorth(candidate.price, (lot * (lots[at] ?? 0n)) as Shares);
    return sum + (value < ideal ? value : ideal);
  }, 0n);

/** What can be covered at most with so much money, and the lots that come closest to that. */
interface Covered {
  readonly lots: readonly bigint[];
  readonly covered: bigint;
  /** No choice covers more than this. */
  readonly bound: bigint;
}

/**
 * With no cash wanted back, what is missed (of the amounts and of the cash) is a constant less twice what is covered: the
 * solver that misses least covers most.
 */
const cover = (
  lines: readonly Line[],
  money: Exact,
  { lot, smallest }: { readonly lot: Shares; readonly smallest: Cents },
  rooms: readonly Room[] = [],
): Covered | undefined => {
  const names = lines.map((line) => nameOf(line, lot, money));
  const purse = { total: money, cashTarget: NOTHING, cashFloor: NOTHING };
  const rounded = roundShares(names, purse, { smallest: exactOf(smallest), sellOrders: [], rooms }, EFFORT);
  if (rounded === undefined) return undefined;
  const covered = coveredBy(lines, rounded.shares, lot);
  const within = rounded.proof.proven ? 0n : (rounded.proof.within + 1n) / 2n;
  return { lots: rounded.shares, covered, bound: covered + within };
};

/** A line whose lots may be chosen, and its place among all. */
interface Free {
  readonly line: Line;
  readonly at: number;
}

/** The places among the free lines of each group. */
const groupsOf = (free: readonly Free[]): ReadonlyMap<number, readonly number[]> => {
  const groups = new Map<number, number[]>();
  for (const [index, { line }] of free.entries()) {
    const own = groups.get(line.wanted.group) ?? [];
    groups.set(line.wanted.group, own);
    own.push(index);
  }
  return groups;
};

const roomOf = ({ rooms }: Bounds, group: number): Exact => rooms[group] ?? NOTHING;

/** The groups by themselves, where there is cash enough for all of them. */
const groupwise = (free: readonly Free[], lot: Shares, bounds: Bounds): Covered | undefined => {
  const lots = free.map(() => 0n);
  let [covered, bound] = [0n, 0n];
  for (const [group, own] of groupsOf(free)) {
    const lines = own.flatMap((index) => free[index]?.line ?? []);
    const found = cover(lines, roomOf(bounds, group), { lot, smallest: bounds.smallest });
    if (found === undefined) return undefined;
    for (const [at, index] of own.entries()) lots[index] = found.lots[at] ?? 0n;
    covered += found.covered;
    bound += found.bound;
  }
  return { lots, covered, bound };
};

/** All groups together, where they compete for the cash. */
const together = (free: readonly Free[], lot: Shares, money: Exact, bounds: Bounds): Covered | undefined => {
  const rooms = [...groupsOf(free)].map(([group, names]): Room => ({ names, most: roomOf(bounds, group) }));
  const lines = free.map(({ line }) => line);
  return cover(lines, money, { lot, smallest: bounds.smallest }, rooms);
};

/** What can be covered at most is no more than everything. */
const unsearched = (free: readonly Free[], handed: bigint): Covered => ({
  lots: [],
  covered: handed,
  bound: idealOf(free.map(({ line }) => line)),
});

const search = (free: readonly Free[], lot: Shares, money: Exact, bounds: Bounds, handed: bigint): Covered => {
  if (money <= 0n || free.length > MOST_NAMES) return unsearched(free, handed);
  const rooms = [...groupsOf(free).keys()].reduce((sum, group) => sum + roomOf(bounds, group), 0n);
  const found = rooms <= money ? groupwise(free, lot, bounds) : together(free, lot, money, bounds);
  return found ?? unsearched(free, handed);
};

/**
 * The whole lots that cover most of what was wanted, under the same rules as those that were handed out. Where there is cash for the
 * room of every group, each group is a problem of its own; else all are one. Lines with a count of shares stay as they are.
 * Undefined where there is nothing to choose.
 */
export const closestLots = ({ lines, lot }: Basket, bounds: Bounds): Closest | undefined => {
  const all = lines.map((line, at): Free => ({ line, at }));
  const isFree = ({ line }: Free): boolean => line.wanted.candidate.most === undefined && line.wanted.ideal > 0n;
  const free = all.filter(isFree);
  if (free.length === 0) return undefined;
  const spent = all
    .filter((one) => !isFree(one))
    .reduce((sum, { line }) => sum + exactWorth(line.wanted.candidate.price, (lot * line.lots) as Shares), 0n);
  const own = free.map(({ line }) => line);
  const handed = coveredBy(
    own,
    own.map((line) => line.lots),
    lot,
  );
  const found = search(free, lot, (bounds.available - spent) as Exact, bounds, handed);
  const closeness = (covered: bigint): Closeness => ({
    uncovered: (idealOf(own) - covered) as Exact,
    within: (found.bound > covered ? found.bound - covered : 0n) as Exact,
  });
  const told = { handed: closeness(handed), chosen: closeness(found.covered) };
  if (found.covered <= handed) return told;
  const lots = lines.map((line) => line.lots);
  for (const [index, { at }] of free.entries()) lots[at] = found.lots[index] ?? 0n;
  return { ...told, lots };
};
