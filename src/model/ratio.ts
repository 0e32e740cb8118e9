import { HUNDRED_PCT, roundDivide, type Cents, type Pct } from './units.ts';

/**
 * An exact fraction with a positive denominator. Weights, gains and rises are ratios: they are compared
 * by cross-multiplication and rounded only once, for print.
 */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** The weight of a part in a whole; nothing of nothing weighs zero. */
export const weight = (part: Cents, whole: Cents): Ratio =>
  whole > 0n ? { num: part, den: whole } : { num: 0n, den: 1n };

/** A percentage as a ratio: 5 % is 5/100. */
export const pctRatio = (value: Pct): Ratio => ({ num: value, den: HUNDRED_PCT });

/** Negative, zero or positive as a is below, equal to or above b. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
};

export const addRatios = (a: Ratio, b: Ratio): Ratio => ({ num: a.num * b.den + b.num * a.den, den: a.den * b.den });

export const subtractRatios = (a: Ratio, b: Ratio): Ratio => addRatios(a, { num: -b.num, den: b.den });

/** The distance between two ratios, never negative. */
export const distance = (a: Ratio, b: Ratio): Ratio => {
  const gap = subtractRatios(a, b);
  return gap.num < 0n ? { num: -gap.num, den: gap.den } : gap;
};

/** A ratio as a percentage, rounded half away from zero to the millionth of a percent. */
export const toPct = (value: Ratio): Pct => roundDivide(value.num * HUNDRED_PCT, value.den) as Pct;
