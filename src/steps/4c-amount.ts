import { firstRoot, type Quadratic } from '../model/first-root.ts';

/**
 * An amount in cents that depends on the price of one ticker: a fixed part, and so many times each of the worths that the
 * price moves. Worths are rounded to the cent one by one, as the rehearsal rounds them, so that an amount is exact at every price.
 */
export interface Amount {
  readonly fixed: bigint;
  readonly times: readonly bigint[];
}

/** Numbers of shares whose worth a price moves, and that price in the plan. */
export interface Moved {
  readonly at: bigint;
  readonly parts: readonly bigint[];
}

/** A price that rises or falls. */
export type Way = 1n | -1n;

/** Price × shares per cent: amounts are scaled by it so that they stay whole. */
export const PER_CENT = 100_000_000n;

const dot = (times: readonly bigint[], values: readonly bigint[]): bigint => {
  let sum = 0n;
  for (let i = 0; i < times.length; i += 1) sum += (times[i] ?? 0n) * (values[i] ?? 0n);
  return sum;
};

/** The amount that is `now` where the worths are as given. */
export const amountOf = (now: bigint, times: readonly bigint[], worths: readonly bigint[]): Amount => ({
  fixed: now - dot(times, worths),
  times,
});

/** An amount, at these worths. */
export const amountAt = ({ fixed, times }: Amount, worths: readonly bigint[]): bigint => fixed + dot(times, worths);

/** So many times one amount and so many times another, and a constant. */
export const mix = (m: bigint, a: Amount, n: bigint, b: Amount, constant = 0n): Amount => ({
  fixed: m * a.fixed + n * b.fixed + constant,
  times: a.times.map((times, i) => m * times + n * (b.times[i] ?? 0n)),
});

/** Twice the cents by which rounding may put an amount off its line: half a cent for each worth. */
const roughness = ({ times }: Amount, { parts }: Moved): bigint => {
  let sum = 0n;
  for (let i = 0; i < times.length; i += 1) {
    const one = times[i] ?? 0n;
    if (parts[i] !== 0n) sum += one < 0n ? -one : one;
  }
  return sum;
};

/** A price from which it moves on, and which way. */
export interface Move {
  readonly from: bigint;
  readonly way: Way;
}

/** The line of an amount by how far the price moves on, scaled; `bias` -1 is surely below the amount, 1 surely above. */
export const lineOf = (amount: Amount, moved: Moved, { from, way }: Move, bias: Way): Quadratic => {
  const slope = dot(amount.times, moved.parts);
  return {
    a: 0n,
    b: way * slope,
    c: PER_CENT * amount.fixed + from * slope + (bias * PER_CENT * roughness(amount, moved)) / 2n,
  };
};

/** The product of two lines. */
export const product = (p: Quadratic, q: Quadratic): Quadratic => ({
  a: p.b * q.b,
  b: p.b * q.c + p.c * q.b,
  c: p.c * q.c,
});

/** So many times one curve and so many times another. */
export const blend = (m: bigint, p: Quadratic, n: bigint, q: Quadratic): Quadratic => ({
  a: m * p.a + n * q.a,
  b: m * p.b + n * q.b,
  c: m * p.c + n * q.c,
});

/** How far the price may surely move on before an amount is negative; undefined: as far as it likes. */
export const reachOf = (amount: Amount, moved: Moved, move: Move): bigint | undefined =>
  firstRoot(lineOf(amount, moved, move, -1n));
