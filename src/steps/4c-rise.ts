import { wholeRootAbove } from '../model/first-root.ts';
import { pctRatio, type Ratio } from '../model/ratio.ts';
import { ceilDivide } from '../model/units.ts';
import type { Config } from '../validate/config.ts';

/**
 * How much a sector may rise, as one inequality: with values b before and a after, and totals B and A,
 * `points`·B·A + `kept`·b·A − `den`·a·B is not negative. In points: a/A − b/B ≤ num/den. Relative: a/A ≤ (1 + num/den)·b/B.
 */
export interface Rise {
  readonly points: bigint;
  readonly kept: bigint;
  readonly den: bigint;
}

/** The inequality that the config states. */
export const riseOf = ({ max_increase, measure }: Config['sector_increase']): Rise => {
  const { num, den }: Ratio = pctRatio(max_increase);
  return measure === 'points' ? { points: num, kept: den, den } : { points: 0n, kept: num + den, den };
};

/**
 * The smallest total before the plan at which a sector that is not revalued keeps its rise, where the plan makes the total
 * smaller by so much. With A = B − lost the inequality is points·B² − (points·lost + den·a − kept·b)·B − kept·b·lost ≥ 0.
 * Undefined: it keeps it at any total.
 */
export const totalForRise = (
  { points, kept, den }: Rise,
  was: bigint,
  is: bigint,
  lost: bigint,
): bigint | 'never' | undefined => {
  const linear = points * lost + den * is - kept * was;
  const constant = kept * was * lost;
  if (points > 0n) {
    const square = linear * linear + 4n * points * constant;
    if (square < 0n) return undefined;
    return ceilDivide(linear + wholeRootAbove(square), 2n * points);
  }
  if (linear < 0n) return constant <= 0n ? undefined : ceilDivide(constant, -linear);
  return linear === 0n && constant <= 0n ? undefined : 'never';
};
