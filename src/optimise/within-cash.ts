import type { Exact } from '../model/units.ts';
import { reachBand, type Group, type Move, type Reached } from './reach-band.ts';

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
interface Choice {
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
type Way = 1 | -1;

/** With so many more orders than the fewest, a sector may come closer to the end of its band. */
const MORE = 2;

const endOf = (sector: Sector, way: Way): Exact => (way < 0 ? sector.lowest : sector.highest);
const isBetter = (a: bigint, b: bigint, way: Way): boolean => (way < 0 ? a < b : a > b);
const limited = (value: bigint, from: bigint, to: bigint): Exact =>
  (value < from ? from : value > to ? to : value) as Exact;

/** How near to one end of its band a sector comes with each number of orders, as found and as nobody can beat. */
const choicesOf = (sector: Sector, { orders: fewest, bound }: Minimum, way: Way, { smallest, effort }: OrderTerms) => {
  const aim = endOf(sector, way);
  const found: Choice[] = [];
  const atBest: Choice[] = [];
  for (let orders = bound; orders < fewest; orders += 1) atBest.push({ orders, value: aim });
  for (let orders = fewest; orders <= fewest + MORE; orders += 1) {
    const { reached, finished } = reachBand(sector, { orders, aim, smallest, effort, choose: 'closest' });
    if (reached !== undefined) found.push({ orders, reached, value: reached.value });
    if (!finished) atBest.push({ orders, value: aim });
    else if (reached !== undefined) atBest.push({ orders, value: reached.value });
  }
  atBest.push({ orders: fewest + MORE + 1, value: aim });
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

const sumOf = (choices: readonly Choice[]): bigint => choices.reduce((sum, { value }) => sum + value, 0n);

/** The fewest orders whose sum goes as far as it must. */
const enough = (sums: readonly (Sum | undefined)[], needed: bigint, way: Way): number =>
  sums.findIndex((sum) => sum !== undefined && !isBetter(needed, sum.value, way));

/**
 * Takes sectors back from the end of their bands, as far as the money allows: to their aims, or with `fully` beyond them.
 */
const easedBack = (
  sectors: readonly Sector[],
  choices: readonly Choice[],
  wished: bigint,
  { smallest, effort }: OrderTerms,
  fully: boolean,
): readonly Choice[] => {
  let open = wished - sumOf(choices);
  return choices.map((choice, at) => {
    const sector = sectors[at];
    if (sector === undefined || choice.orders === 0 || open === 0n) return choice;
    const [from, to] = open > 0n ? [choice.value, choice.value + open] : [choice.value + open, choice.value];
    const lowest = limited(from, sector.lowest, sector.highest);
    const highest = limited(to, sector.lowest, sector.highest);
    const aim = fully ? (open > 0n ? highest : lowest) : limited(sector.aim, lowest, highest);
    const asked = { orders: choice.orders, aim, smallest, effort, choose: 'closest' } as const;
    const { reached } = reachBand({ ...sector, lowest, highest }, asked);
    if (reached === undefined) return choice;
    open -= reached.value - choice.value;
    return { ...choice, reached, value: reached.value };
  });
};

/**
 * The fewest orders where the cash decides: with each number of orders every sector goes as far towards one end of its band
 * as it can, the fewest that are enough together are taken, and what is not needed is given back.
 */
export const withinCash = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  cash: CashBand,
  terms: OrderTerms,
): FewestOrders | undefined => {
  const invested = sectors.reduce<bigint>((sum, { value }) => sum + value, cash.now);
  const [least, most] = [invested - cash.highest, invested - cash.lowest];
  const way: Way = minima.reduce((sum, { reached }) => sum + reached.value, 0n) > most ? -1 : 1;
  const options = minima.flatMap((minimum, at) => {
    const sector = sectors[at];
    return sector === undefined ? [] : [choicesOf(sector, minimum, way, terms)];
  });
  const needed = way < 0 ? most : least;
  const sums = farthest(
    options.map(({ found }) => found),
    way,
  );
  const orders = enough(sums, needed, way);
  const bests = farthest(
    options.map(({ atBest }) => atBest),
    way,
  );
  const chosen = sums[orders]?.choices;
  if (chosen === undefined) return undefined;
  const wished = limited(
    sectors.reduce((sum, { aim }) => sum + aim, 0n),
    least,
    most,
  );
  const near = easedBack(sectors, chosen, wished, terms, false);
  const eased = easedBack(sectors, near, limited(sumOf(near), least, most), terms, true);
  if (sumOf(eased) < least || sumOf(eased) > most) return undefined;
  return { moves: eased.map(({ reached }) => reached?.moves ?? []), orders, bound: enough(bests, needed, way) };
};
