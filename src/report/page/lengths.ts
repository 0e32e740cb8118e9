import { compareRatios, type Ratio } from '../../model/ratio.ts';
import { roundDivide, writeDecimal } from '../../model/units.ts';

/** How long a bar is of its box, as CSS writes it, when the box is as long as `whole`: `46.83`. */
export type Length = (part: Ratio) => string;

const NOTHING: Ratio = { num: 0n, den: 1n };
const DECIMALS = 2;
const FULL = 10_000n;

const largest = (parts: readonly Ratio[]): Ratio =>
  parts.reduce((most, part) => (compareRatios(part, most) > 0 ? part : most), NOTHING);

/** Lengths in a box that is a little longer than the longest of these parts. */
export const lengthsFor = (parts: readonly Ratio[]): Length => {
  const most = largest(parts);
  const whole = most.num === 0n ? { num: 1n, den: 1n } : { num: most.num * 21n, den: most.den * 20n };
  return ({ num, den }) => {
    const length = num <= 0n ? 0n : roundDivide(num * whole.den * FULL, den * whole.num);
    return writeDecimal(length > FULL ? FULL : length, DECIMALS);
  };
};
