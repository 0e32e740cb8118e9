import type { Measure } from '../model/finding.ts';
import { compareRatios, type Ratio } from '../model/ratio.ts';
import { roundDivide, SCALE, writeDecimal, type Cents, type Pct, type Price, type Shares } from '../model/units.ts';

/** A JSON number that prints as exactly this decimal. */
const exactNumber = (decimal: string): number => {
  const value = Number(decimal);
  if (String(value) !== decimal) throw new Error(`${decimal} cannot be written exactly as a JSON number.`);
  return value;
};

const numberOf = (parts: bigint, places: number): number => exactNumber(writeDecimal(parts, places));

export const dollarsNumber = (amount: Cents): number => numberOf(amount, SCALE.cents);
export const priceNumber = (price: Price): number => numberOf(price, SCALE.price);
export const sharesNumber = (shares: Shares): number => numberOf(shares, SCALE.shares);
/** A percentage that a document states, with all its decimals. */
export const statedPctNumber = (value: Pct): number => numberOf(value, SCALE.pct);

/** Decimals of a computed percentage in JSON. */
const DECIMALS = 4;

/** A JSON number keeps this many digits exactly. */
const DIGITS = 15;

/** A figure that is rounded anyway, rounded to the digits that a JSON number keeps. */
const keepable = (parts: bigint): bigint => {
  const digits = parts.toString().replace('-', '').length;
  if (digits <= DIGITS) return parts;
  const step = 10n ** BigInt(digits - DIGITS);
  return roundDivide(parts, step) * step;
};

const roundedPct = (value: Ratio): bigint => roundDivide(value.num * 10n ** BigInt(DECIMALS + 2), value.den);

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
