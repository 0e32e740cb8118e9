import type { Exact } from '../model/units.ts';
import type { Group, Move, Reached } from './reach-band.ts';
import { shareOf } from './sized.ts';
import { tryOrders } from './try-orders.ts';

/** A sector that should come between two values, as near to `aim` as that goes without another order. */
export interface Sector extends Group {
  readonly aim: Exact;
}

/** The cash there is, and between which amounts it must be in the end. */
export interface CashBand {
  readonly now: Exact;
  readonly lowest: Exact;
  readonly highest: Exact;
}

/** What binds every order, and how far each search may go. */
export interface OrderTerms {
  /** An order is worth at least this much. */
  readonly smallest: Exact;
  readonly effort: number;
}

/** The fewest orders, in the order of the sectors. */
export interface FewestOrders {
  readonly moves: readonly (readonly Move[])[];
  readonly orders: number;
  /** It cannot be done with fewer orders than this: the same as `orders` where they are proven to be the fewest. */
  readonly bound: number;
}

/** Orders that bring one sector into its band, and how few it cannot be. */
export interface Minimum {
  readonly orders: number;
  readonly bound: number;
  readonly reached: Reached;
}

/** So many orders in one sector. */
export interface Choice {
  readonly orders: number;
  /** What they are known to reach; absent where nothing is known but that nobody can do better than `value`. */
  readonly reached?: Reached;
  readonly value: bigint;
}

/** A sum of choices, one a sector. */
interface Sum {
  readonly value: bigint;
  readonly choices: readonly Choice[];
}

/** Money must be found (-1: sectors go to the low end of their bands) or spent (1). */
export type Way = 1 | -1;

/** How far all sectors together must go towards one end of their bands. */
export interface Weighing {
  readonly way: Way;
  /** The sum of their values that is far enough. */
  readonly needed: bigint;
  readonly terms: OrderTerms;
}

/** What each sector contributes to the fewest orders, and how few they cannot be. */
export interface Weighed {
  readonly choices: readonly Choice[];
  readonly orders: number;
  readonly bound: number;
}

/** With so many orders beyond the fewest of a sector, the proof is still looked for after the orders are found. */
const FOR_PROOF = 2;

/** With more orders than this beyond its fewest, a sector is not tried. */
const MOST_MORE = 8;

const endOf = (sector: Sector, way: Way): Exact => (way < 0 ? sector.lowest : sector.highest);
const isBetter = (a: bigint, b: bigint, way: Way): boolean => (way < 0 ? a < b : a > b);

/** How far a sector could go towards the end of its band if every name were traded as far as it may be. */
const reachOf = (sector: Sector, way: Way): bigint => {
  const reach = sector.names.reduce<bigint>(
    (sum, name) => sum + shareOf(name) * ((way < 0 ? name.least : name.most) - name.held),
    sector.value,
  );
  return isBetter(reach, endOf(sector, way), way) ? endOf(sector, way) : reach;
};

/** How near to one end of its band a sector comes with each number of orders, as found and as nobody can beat. */
const choicesOf = (
  sector: Sector,
  { orders: fewest, bound }: Minimum,
  { way, terms: { smallest, effort } }: Weighing,
  more: number,
) => {
  const aim = endOf(sector, way);
  const found: Choice[] = [];
  const atBest: Choice[] = [];
  const reach = reachOf(sector, way);
  for (let orders = bound; orders < fewest; orders += 1) atBest.push({ orders, value: reach });
  for (let orders = fewest; orders <= Math.min(fewest + more, sector.names.length); orders += 1) {
    const { reached, finished } = tryOrders(sector, { orders, aim, smallest, effort, choose: 'closest' });
    if (reached !== undefined) found.push({ orders, reached, value: reached.value });
    if (!finished) atBest.push({ orders, value: reach });
    else if (reached !== undefined) atBest.push({ orders, value: reached.value });
  }
  if (fewest + more < sector.names.length) atBest.push({ orders: fewest + more + 1, value: reach });
  return { found, atBest };
};

/** By number of orders, the sum of one choice a sector that goes farthest. */
const farthest = (sectors: readonly (readonly Choice[])[], way: Way): readonly (Sum | undefined)[] =>
  sectors.reduce<readonly (Sum | undefined)[]>(
    (sums, choices) => {
      const next: (Sum | undefined)[] = [];
      const longer = sums.flatMap((sum, before) =>
        sum === undefined ? [] : choices.map((choice) => ({ sum, choice, orders: before + choice.orders })),
      );
      for (const { sum, choice, orders } of longer) {
        const value = sum.value + choice.value;
        const known = next[orders];
        if (known === undefined || isBetter(value, known.value, way)) {
          next[orders] = { value, choices: [...sum.choices, choice] };
        }
      }
      return Array.from(next);
    },
    [{ value: 0n, choices: [] }],
  );

/** The fewest orders whose sum goes as far as it must. */
const enough = (sums: readonly (Sum | undefined)[], needed: bigint, way: Way): number =>
  sums.findIndex((sum) => sum !== undefined && !isBetter(needed, sum.value, way));

const weighedWith = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  weighing: Weighing,
  more: number,
): Weighed | undefined => {
  const { way, needed } = weighing;
  const options = sectors.flatMap((sector, at) => {
    const minimum = minima[at];
    return minimum === undefined ? [] : [choicesOf(sector, minimum, weighing, more)];
  });
  const sums = farthest(
    options.map(({ found }) => found),
    way,
  );
  const bests = farthest(
    options.map(({ atBest }) => atBest),
    way,
  );
  const choices = sums[enough(sums, needed, way)]?.choices;
  if (choices === undefined) return undefined;
  const orders = choices.reduce((sum, choice) => sum + choice.orders, 0);
  return { choices, orders, bound: enough(bests, needed, way) };
};

/**
 * The fewest orders with which the sectors together go far enough: as many as each needs for itself, if that will do; else
 * some of them get more.
 */
export const weighSectors = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  weighing: Weighing,
): Weighed | undefined => {
  const { way, needed } = weighing;
  const farthestSum = sectors.reduce((sum, sector) => sum + reachOf(sector, way), 0n);
  if (isBetter(needed, farthestSum, way)) return undefined;
  const names = Math.min(
    MOST_MORE,
    sectors.reduce((most, sector) => Math.max(most, sector.names.length), 0),
  );
  let weighed = weighedWith(sectors, minima, weighing, 0);
  const isOpen = (more: number): boolean =>
    weighed === undefined || (more <= FOR_PROOF && weighed.bound < weighed.orders);
  for (let more = 1; more < 2 * names && isOpen(more); more *= 2) {
    weighed = weighedWith(sectors, minima, weighing, more);
  }
  return weighed;
};
