import type { Measure } from '../model/finding.ts';
import { compareRatios, type Ratio } from '../model/ratio.ts';
import { roundDivide, SCALE, writeDecimal, type Cents, type Pct, type Price, type Shares } from '../model/units.ts';

/** A JSON number that prints as exactly this decimal. */
const exactNumber = (decimal: string): number => {
  const value = Number(decimal);
  if (String(value) !== decimal) throw new Error(`${decimal} cannot be written exactly as a JSON number.`);
  return value;
};

/** Up to here a number is exact, and its quotient by a power of ten prints as the decimal that it is. */
const SAFE = 999_999_999_999_999n;

const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

const numberOf = (parts: bigint, places: number): number => {
  const power = POWERS[places];
  if (power === undefined || parts > SAFE || parts < -SAFE) return exactNumber(writeDecimal(parts, places));
  return Number(parts) / power;
};

export const dollarsNumber = (amount: Cents): number => numberOf(amount, SCALE.cents);
export const priceNumber = (price: Price): number => numberOf(price, SCALE.price);
export const sharesNumber = (shares: Shares): number => numberOf(shares, SCALE.shares);
/** A percentage that a document states, with all its decimals. */
export const statedPctNumber = (value: Pct): number => numberOf(value, SCALE.pct);

/** Decimals of a computed percentage in JSON. */
const DECIMALS = 4;

/** So many of these parts are the whole. */
const PARTS = 1_000_000n;

/** A JSON number keeps this many digits exactly. */
const DIGITS = 15;

/** A figure that is rounded anyway, rounded to the digits that a JSON number keeps. */
const keepable = (parts: bigint): bigint => {
  if (parts <= SAFE && parts >= -SAFE) return parts;
  const digits = parts.toString().replace('-', '').length;
  const step = 10n ** BigInt(digits - DIGITS);
  return roundDivide(parts, step) * step;
};

const roundedPct = (value: Ratio): bigint => roundDivide(value.num * PARTS, value.den);

/**
 * A computed percentage with four decimals. Where rounding would make it equal to a limit that it is not equal to,
 * it is the next figure on its true side.
 */
export const pctNumber = (value: Ratio, limit?: Ratio): number => {
  const parts = roundedPct(value);
  const truth = limit === undefined ? 0 : compareRatios(value, limit);
  const hidden = limit !== undefined && truth !== 0 && roundedPct(limit) === parts;
  return numberOf(keepable(hidden ? parts + BigInt(truth) : parts), DECIMALS);
};

/** A measured figure in its unit; a flag as it is. */
export const measureNumber = (measure: Measure, limit?: Measure): number | boolean => {
  if (measure.unit === 'flag') return measure.value;
  if (measure.unit === 'usd') return dollarsNumber(measure.value);
  return pctNumber(measure.value, limit?.unit === 'pct' || limit?.unit === 'points' ? limit.value : undefined);
};
