import type { Cents, Pct, Price, Shares } from '../model/units.ts';
import { compareRatios, distance, type Ratio } from '../model/ratio.ts';
import { decimalsOf } from './number-style.ts';
import type { Spot } from './spot.ts';
import { powerOf, valueOf, type WrittenNumber } from './written-number.ts';
import { AS_BEFORE, EXACTLY, type Wanted } from './write-number.ts';

/** A number of the document, and what stands there afterwards. */
export interface Figure {
  readonly spot: Spot;
  readonly words: string;
  /** What the words say, in whole parts of the unit of their kind. */
  readonly says: bigint;
}

/** `po check` passes over a tenth of a point. */
export const SILENT_POINTS: Ratio = { num: 1n, den: 10n };
const SILENT_PART = 1_000n;

export const dollars = (amount: Cents): Ratio => ({ num: amount, den: 100n });
export const perShare = (price: Price): Ratio => ({ num: price, den: 10_000n });
export const percent = (pct: Pct): Ratio => ({ num: pct, den: 1_000_000n });

/** A ratio (0.25) in percent (25). */
export const inPercent = ({ num, den }: Ratio): Ratio => ({ num: num * 100n, den });

export const exactMoney = (amount: Cents): Wanted => ({ kind: 'money', value: dollars(amount), within: EXACTLY });

export const exactShares = (shares: Shares): Wanted => ({
  kind: 'shares',
  value: { num: shares, den: 1_000_000n },
  within: EXACTLY,
});

/** An amount with the decimals that it had, unless that would be off by more than a cent and a thousandth of it. */
export const aboutMoney = (amount: Cents): Wanted => {
  const thousandth = (amount < 0n ? -amount : amount) / SILENT_PART;
  return { kind: 'money', value: dollars(amount), within: dollars((thousandth > 1n ? thousandth : 1n) as Cents) };
};

/** One in the last place of a number, in its unit. */
const lastPlace = (number: WrittenNumber): Ratio => ({
  num: powerOf(number.suffix),
  den: 10n ** BigInt(decimalsOf(number)),
});

/** True when a number, which says `written`, is `value` rounded or cut off to its decimals. */
export const isCalled = (number: WrittenNumber, written: Ratio, value: Ratio): boolean =>
  compareRatios(distance(written, value), lastPlace(number)) <= 0;

/**
 * A percentage (46.8) with the decimals that the old one had. One that was not rounded by more than the tenth of a point that
 * `po check` passes over is not rounded by more afterwards either: it gets the decimals that it needs.
 */
export const percentFrom = (number: WrittenNumber, before: Ratio, after: Ratio): Wanted => {
  const written = percent((valueOf(number, 'pct') ?? 0n) as Pct);
  const coarse = compareRatios(distance(written, before), SILENT_POINTS) > 0 && isCalled(number, written, before);
  return { kind: 'pct', value: after, within: coarse ? AS_BEFORE : SILENT_POINTS };
};
