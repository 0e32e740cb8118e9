import type { Row } from '../model/portfolio.ts';
import { compareRatios, distance, pctRatio, type Ratio } from '../model/ratio.ts';
import { worth, type Pct } from '../model/units.ts';

/** From this many rows on, one factor cannot be chance. */
const TELLING = 3;

const ratioOf = ({ price, shares, statedValue }: Row): Ratio | undefined => {
  const computed = worth(price, shares);
  if (statedValue === undefined || computed <= 0n || statedValue.value <= 0n) return undefined;
  return { num: statedValue.value, den: computed };
};

const isOne = (value: Ratio, tolerance: Pct): boolean =>
  compareRatios(distance(value, { num: 1n, den: 1n }), pctRatio(tolerance)) <= 0;

/**
 * The one factor by which the stated values of all rows differ from price × shares, as prices in another currency or in
 * pence make it; undefined where there is none, or where the rows that say so are too few. `tolerance` is a row's own.
 */
export const valueFactor = (rows: readonly Row[], tolerance: Pct): Ratio | undefined => {
  const stating = rows.filter(({ statedValue }) => statedValue !== undefined);
  const factors = stating.map(ratioOf);
  const [first] = factors;
  if (first === undefined || factors.length < TELLING) return undefined;
  const common = factors.every(
    (factor) =>
      factor !== undefined &&
      !isOne(factor, tolerance) &&
      isOne({ num: factor.num * first.den, den: factor.den * first.num }, tolerance),
  );
  return common ? first : undefined;
};
