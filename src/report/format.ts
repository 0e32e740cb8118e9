import { dollarText, grouped } from '../model/figures.ts';
import type { Measure } from '../model/finding.ts';
import { compareRatios, toPct, type Ratio } from '../model/ratio.ts';
import { ONE_SHARE, roundDivide, SCALE, writeDecimal, type Cents, type Price, type Shares } from '../model/units.ts';

/** `+$1,234.56`: an amount that says in which direction it goes. */
export const changeText = (amount: Cents): string => `${amount > 0n ? '+' : ''}${dollarText(amount)}`;

/** A price as it is typed into an order: no sign, no separators. */
export const typedPrice = (price: Price): string => writeDecimal(price, SCALE.price, 2);

/** A number of shares as it is typed into an order. */
export const typedShares = (shares: Shares): string => writeDecimal(shares, SCALE.shares);

/** The whole shares of a number of shares, and what is left over. */
export const wholeAndRest = (shares: Shares): { readonly whole: Shares; readonly rest: Shares } => {
  const rest = (shares % ONE_SHARE) as Shares;
  return { whole: (shares - rest) as Shares, rest };
};

/** 10^(decimals + 2) for the decimals that nearly every figure has. */
const POWERS = [100n, 1_000n, 10_000n, 100_000n, 1_000_000n] as const;

/** How many parts of 10^-decimals of a percent a ratio is, rounded half away from zero. */
const rounded = (value: Ratio, decimals: number): bigint =>
  roundDivide(value.num * (POWERS[decimals] ?? 10n ** BigInt(decimals + 2)), value.den);

const order = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether two figures are printed in their true order with so many decimals. */
const tells = (value: Ratio, limit: Ratio, decimals: number): boolean =>
  order(rounded(value, decimals), rounded(limit, decimals)) === compareRatios(value, limit);

/** The fewest decimals, from `least` on, with which a figure is on the true side of all its limits. */
const decimalsFor = (value: Ratio, limits: readonly Ratio[], least: number): number => {
  let decimals = least;
  while (!limits.every((limit) => tells(value, limit, decimals))) decimals += 1;
  return decimals;
};

/** How a percentage is printed. */
export interface PctOptions {
  readonly decimals: number;
  /** The limit it stands against: it is never printed as equal to it unless it is. */
  readonly limit?: Ratio | undefined;
  /** A second limit, such as the level of a warning. */
  readonly warning?: Ratio | undefined;
}

/** The figure alone: `46.80`. More decimals than asked for where fewer would hide on which side of the limit it is. */
export const pctFigure = (value: Ratio, { decimals, limit, warning }: PctOptions): string => {
  const limits = [limit, warning].filter((one) => one !== undefined);
  const needed = decimalsFor(value, limits, decimals);
  return grouped(writeDecimal(rounded(value, needed), needed, needed));
};

/** `46.80%`. */
export const pctText = (value: Ratio, options: PctOptions): string => `${pctFigure(value, options)}%`;

/** A limit as people write it: `40%`, `7.5%`; rounded like the figure beside it when it has no end. */
export const limitText = (limit: Ratio, against: Ratio, unit = '%'): string => {
  const parts = toPct(limit);
  if (parts * limit.den === limit.num * 100_000_000n) return `${grouped(writeDecimal(parts, SCALE.pct))}${unit}`;
  return `${pctFigure(limit, { decimals: 2, limit: against })}${unit}`;
};

/** `+9.30 points`: a difference of percentages. */
export const pointsText = (value: Ratio): string => {
  const figure = pctFigure(value, { decimals: 2 });
  return `${value.num > 0n && figure !== '0.00' ? '+' : ''}${figure} points`;
};

/** A measured figure in words for people, in its unit; `limit` and `warning` are what it must not be confused with. */
export const measureText = (measure: Measure, limit?: Measure, warning?: Ratio): string => {
  const against = limit !== undefined && (limit.unit === 'pct' || limit.unit === 'points') ? limit.value : undefined;
  const options = { decimals: 2, limit: against, warning };
  if (measure.unit === 'pct') return pctText(measure.value, options);
  if (measure.unit === 'points') return `${pctFigure(measure.value, options)} points`;
  return measure.unit === 'usd' ? dollarText(measure.value) : String(measure.value);
};
