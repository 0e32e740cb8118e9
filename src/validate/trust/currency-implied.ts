import type { Issue } from '../../model/issue.ts';
import { compareRatios, type Ratio } from '../../model/ratio.ts';
import { dollarText } from '../../model/figures.ts';
import { roundDivide, worth, writeDecimal } from '../../model/units.ts';
import type { TrustCheck } from '../trust-check.ts';
import { valueFactor } from '../value-factor.ts';

/** A factor with four decimals, as exchange rates are written. */
const factorText = ({ num, den }: Ratio): string => writeDecimal(roundDivide(num * 10_000n, den), 4);

const times = (value: Ratio, whole: bigint): Ratio => ({ num: value.num * whole, den: value.den });

/** About a hundredth or a hundred: within a hundredth of it. */
const isHundredfold = (factor: Ratio): boolean =>
  [times(factor, 100n), { num: factor.num, den: factor.den * 100n }].some(
    (one) =>
      compareRatios(times(one, 100n), { num: 99n, den: 1n }) >= 0 &&
      compareRatios(times(one, 100n), { num: 101n, den: 1n }) <= 0,
  );

/** Prices and values are in one currency: where every value is price × shares × one factor, they are not. */
export const currencyImplied: TrustCheck = ({ portfolio }, { row_tolerance_pct }) => {
  const factor = valueFactor(portfolio.claims.rows, row_tolerance_pct);
  const rows = portfolio.claims.rows.filter(({ statedValue }) => statedValue !== undefined);
  const [first] = rows;
  if (factor === undefined || first?.statedValue === undefined) return [];
  const issue: Issue = {
    code: 'currency-implied',
    level: 'block',
    place: first.statedValue.place,
    detail: {
      rows: rows.length,
      factor: factorText(factor),
      hundredfold: isHundredfold(factor),
      ticker: first.ticker,
      stated: dollarText(first.statedValue.value),
      computed: dollarText(worth(first.price, first.shares)),
    },
  };
  return [issue];
};
