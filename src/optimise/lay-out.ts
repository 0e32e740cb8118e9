import { exactWorth, floorDivide, ONE_SHARE, type Price } from '../model/units.ts';
import type { Item, Packing } from './pack.ts';
import { commonPart, shareOf, type Sized } from './sized.ts';

/** A name rounded down as far as its bounds allow, and what that leaves to decide. */
export interface Floored {
  readonly price: bigint;
  readonly base: bigint;
  /** What one share more brings the name nearer to its target; nothing where there may be no more. */
  readonly rest: bigint;
  /** How many shares may be given up again to make room for others. */
  readonly spare: bigint;
}

/** So many shares of one name, in or out together. */
export interface Bundle extends Item {
  readonly name: number;
  readonly shares: bigint;
}

/** Bundles as a knapsack that is about full, counted in `unit`. */
export interface Laid extends Packing {
  readonly inside: readonly Bundle[];
  readonly outside: readonly Bundle[];
  readonly unit: bigint;
  /** Whether the unit divides every figure, so that nothing was rounded. */
  readonly exact: boolean;
  /** Whether everything that could be of use is among the bundles. */
  readonly all: boolean;
}

/** A name at the most shares that are worth no more than its target. */
export const floored = (name: Sized): Floored => {
  const price = shareOf(name);
  const whole = name.target / price;
  if (whole < name.least) return { price, base: name.least, rest: 0n, spare: 0n };
  const base = whole < name.most ? whole : name.most;
  return { price, base, rest: whole < name.most ? name.target - whole * price : 0n, spare: base - name.least };
};

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Doubles hold every whole number up to here. */
const EXACT_UP_TO = 2n ** 53n;

/** The smallest part of a price: what whole shares are worth is a multiple of it. */
const PRICE_PART = exactWorth(1n as Price, ONE_SHARE);

/** The largest unit that divides all figures, where doubles can hold their sums; else the smallest part of a price. */
const unitOf = (floors: readonly Floored[], room: bigint): Pick<Laid, 'unit' | 'exact'> => {
  let unit = magnitude(room);
  let sum = unit;
  for (const { price, rest } of floors) {
    unit = commonPart(price, commonPart(rest, unit));
    sum += price;
  }
  const exact = (4n * sum) / unit < EXACT_UP_TO;
  return { unit: exact ? unit : PRICE_PART, exact };
};

/** One share more of each name that this brings nearer to its target, the most gain per cost first. */
const upsOf = (floors: readonly Floored[], unit: bigint): readonly Bundle[] =>
  floors
    .map(({ price, rest }, name) => ({ name, shares: 1n, cost: Number(price / unit), gain: Number(rest / unit) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain / b.cost - a.gain / a.cost);

/** Shares that may be given up, in bundles of 1, 2, 4 … and a last one, so that any number of them can be made up. */
const bundles = (name: number, price: number, many: number): readonly Bundle[] => {
  const made: Bundle[] = [];
  for (let left = many, size = 1; left > 0; left -= size, size *= 2) {
    size = Math.min(size, left);
    made.push({ name, shares: BigInt(size), cost: price * size, gain: price * size });
  }
  return made;
};

/** Fills the room in the given order, up to the first item that does not fit: how many fit, and what is left. */
const fill = (items: readonly Item[], room: number): { readonly count: number; readonly left: number } => {
  let left = room;
  let count = 0;
  for (const { cost } of items) {
    if (cost > left) break;
    left -= cost;
    count += 1;
  }
  return { count, left };
};

/** What the best choice gains at most beyond one that goes on taking whatever fits. */
const gapOf = (outside: readonly Item[], room: number, rate: number): number => {
  let left = room;
  let gap = room * rate + 1;
  for (const { cost, gain } of outside) {
    if (cost > left) continue;
    left -= cost;
    gap -= gain;
  }
  return gap;
};

/** The most that giving up shares may be worth: who gives up more loses more than anybody can win with it. */
const reachOf = (
  floors: readonly Floored[],
  { outside, room, rate, unit }: Omit<Laid, 'inside' | 'limit' | 'all'>,
): number => {
  if (rate < 1) return gapOf(outside, room, rate) / (1 - rate);
  const dearest = floors.reduce((most, { price }) => (price > most ? price : most), 0n);
  return outside.reduce((all, { gain }) => all + gain, Number(dearest / unit) - room);
};

/** Beyond this, sums of what is given up would no longer be whole numbers of a double. */
const FARTHEST = 2 ** 50;

/** The knapsack of a rounding: from every name rounded down, which shares more, and which shares less. */
export const layOut = (floors: readonly Floored[], room: bigint, limit: bigint): Laid => {
  const { unit, exact } = unitOf(floors, room);
  const ups = upsOf(floors, unit);
  const free = Number(floorDivide(room, unit));
  const { count, left } = fill(ups, free);
  const outside = ups.slice(count);
  const [next] = outside;
  const rate = left < 0 ? 1 : next === undefined ? 0 : next.gain / next.cost;
  const packing = { outside, room: left, rate, unit, exact };
  const reach = reachOf(floors, packing);
  const downs = floors.flatMap(({ price, spare }, name) => {
    const cost = Number(price / unit);
    return bundles(name, cost, Math.min(Number(spare), Math.floor(Math.min(reach, FARTHEST) / cost)));
  });
  const beyond = Number(floorDivide(limit, unit)) - free;
  const inside = [...ups.slice(0, count).reverse(), ...downs];
  const spare = floors.reduce((sum, one) => sum + one.price * one.spare, 0n);
  const all = Math.min(reach, Number(spare / unit)) <= FARTHEST;
  return { ...packing, inside, limit: left + beyond, all };
};
