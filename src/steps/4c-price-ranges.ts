import type { PriceRange } from '../model/recommendation.ts';
import { ceilDivide, floorDivide, type Price } from '../model/units.ts';
import { PER_CENT, type Move, type Moved, type Way } from './4c-amount.ts';
import type { Kept } from './4c-kept.ts';
import { leastIn } from './4c-least.ts';
import { marginsOf, type Ground, type Margin } from './4c-margins.ts';
import { worthsAt, type Mover } from './4c-mover.ts';

/** Prices are stated in whole cents from a dollar up, below in 1/10,000 (SEC Rule 612). */
const tickOf = (price: bigint): bigint => (price >= 10_000n ? 100n : 1n);

/** Beyond this multiple of its price, or this part of it, nobody asks what a ticker costs. */
const FARTHEST = 100n;

/** Prices at which cents are rounded otherwise that are measured before the lines are asked again, and how often they are. */
const LOOKS = 8;
const ROUNDS = 8;

/** How far was measured, and whether something was breached right behind it. */
interface Sight {
  readonly good: bigint;
  readonly ended: boolean;
}

const keepsAll = (margins: readonly Margin[], moved: Moved, price: bigint): boolean => {
  const worths = worthsAt(moved, price);
  return margins.every(({ kept }) => kept(worths));
};

/** The next price at which one of the parts is worth a cent more or less. */
const nextChange = ({ parts }: Moved, price: bigint, way: Way): bigint => {
  let next: bigint | undefined;
  for (const part of parts) {
    const shares = part < 0n ? -part : part;
    if (shares === 0n) continue;
    const cents = (2n * price * shares + PER_CENT) / (2n * PER_CENT);
    const turn = ceilDivide((2n * cents + way) * PER_CENT, 2n * shares) - (way > 0n ? 0n : 1n);
    if (next === undefined || (way > 0n ? turn < next : turn > next)) next = turn;
  }
  return next ?? price + way;
};

/** A bound on the tick inside of it, where there is one between it and the price of the plan. */
const onTick = (bound: bigint, at: bigint, way: Way): Price => {
  const tick = tickOf(bound);
  const inside = (way > 0n ? floorDivide(bound, tick) : ceilDivide(bound, tick)) * tick;
  return (way > 0n === inside > at ? inside : at) as Price;
};

/** How far the price may surely move on; undefined: nothing ever ends it. */
const sureReach = (margins: readonly Margin[], move: Move): bigint | undefined => {
  let least: bigint | undefined;
  for (const { reach } of margins) {
    const one = reach(move);
    if (one !== undefined && (least === undefined || one < least)) least = one;
  }
  return least;
};

/** Where everything is kept for the last time, within the next few prices at which cents are rounded otherwise. */
const look = (margins: readonly Margin[], moved: Moved, { from, way }: Move): Sight => {
  let good = from;
  for (let seen = 0; seen < LOOKS; seen += 1) {
    const next = nextChange(moved, good, way);
    if (next <= 0n || !keepsAll(margins, moved, next)) return { good: next - way, ended: true };
    good = next;
  }
  return { good, ended: false };
};

/**
 * The last price at which everything is kept; undefined: nothing ends it up to the farthest. The lines say how far that is
 * surely so; then it is measured, and where that finds no end either the lines are asked again from there. Should rounding
 * and a line run side by side for longer than that, the bound is on the near side.
 */
const boundOf = (margins: readonly Margin[], moved: Moved, way: Way): Price | undefined => {
  const farthest = way > 0n ? moved.at * FARTHEST : ceilDivide(moved.at, FARTHEST);
  let sight: Sight = { good: moved.at, ended: false };
  for (let round = 0; round < ROUNDS && !sight.ended; round += 1) {
    const sure = sureReach(margins, { from: sight.good, way });
    if (sure === undefined) return undefined;
    const from = sight.good + way * sure;
    if (way > 0n ? from >= farthest : from <= farthest) return undefined;
    sight = look(margins, moved, { from, way });
  }
  return way > 0n === sight.good < farthest ? onTick(sight.good, moved.at, way) : undefined;
};

const rangeOf = (ground: Ground, mover: Mover): PriceRange => {
  const margins = marginsOf(ground, mover);
  const at = mover.at as Price;
  if (ground.cash.tangled || !keepsAll(margins, mover, mover.at)) return { lowest: at, highest: at };
  const [lowest, highest] = [boundOf(margins, mover, -1n), boundOf(margins, mover, 1n)];
  return { ...(lowest === undefined ? {} : { lowest }), ...(highest === undefined ? {} : { highest }) };
};

/**
 * Step 4C: for each order, between which prices it may fill, all other prices unchanged, without any finding becoming
 * graver than it is in the plan. What is held of its ticker is worth that price too. Every limit that the plan keeps is an inequality in the price, of
 * the first degree or (with fees) the second; its root says how far the price surely may move, and where cents are rounded
 * the next prices are measured one by one. An order costs the same however many holdings and orders there are.
 */
export const priceRanges = (kept: Kept, movers: readonly Mover[]): readonly PriceRange[] => {
  const ground: Ground = { ...kept, leastMoney: leastIn(kept.cash.money), leastRoom: leastIn(kept.cash.room) };
  const ranges: PriceRange[] = [];
  for (const mover of movers) {
    const range = rangeOf(ground, mover);
    for (const { step } of mover.orders) ranges[step] = range;
  }
  return ranges;
};
