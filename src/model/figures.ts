import { distance, type Ratio } from './ratio.ts';
import { roundDivide, SCALE, writeDecimal, type Cents, type Price, type Shares } from './units.ts';

/** Thousands separators in the whole part of a plain decimal. */
export const grouped = (decimal: string): string => {
  const point = decimal.indexOf('.');
  const first = decimal.startsWith('-') ? 1 : 0;
  let text = decimal;
  for (let at = (point < 0 ? decimal.length : point) - 3; at > first; at -= 3)
    text = `${text.slice(0, at)},${text.slice(at)}`;
  return text;
};

/** `-$1,234.56`. */
export const dollarText = (amount: Cents): string =>
  `${amount < 0n ? '-' : ''}$${grouped(writeDecimal(amount < 0n ? -amount : amount, SCALE.cents, 2))}`;

/** `$84.11`, with up to four decimals where the price has them. */
export const priceText = (price: Price): string => `$${grouped(writeDecimal(price, SCALE.price, 2))}`;

/** `1,234` or `0.5`. */
export const sharesText = (shares: Shares): string => grouped(writeDecimal(shares, SCALE.shares));

/** A ratio as a percentage with at most two decimals: `46.8%`. */
export const percentText = (value: Ratio): string => `${hundredths(value)}%`;

/** The distance of two ratios in percentage points, with at most two decimals. */
export const pointsText = (a: Ratio, b: Ratio): string => hundredths(distance(a, b));

const hundredths = (value: Ratio): string => writeDecimal(roundDivide(value.num * 10_000n, value.den), 2);
