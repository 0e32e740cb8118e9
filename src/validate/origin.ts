import type { Origin } from '../model/finding.ts';
import { compareRatios, type Ratio } from '../model/ratio.ts';

/** Whether a weight above its cap was there before, and which way the plan moved it. */
export const originAgainstCap = (before: Ratio, after: Ratio, cap: Ratio): Origin =>
  origin(compareRatios(before, cap) > 0, compareRatios(after, cap) > 0, compareRatios(after, before));

/** Whether a weight below its floor was there before, and which way the plan moved it; the floor may move too. */
export const originAgainstFloor = (before: Ratio, after: Ratio, floorBefore: Ratio, floorAfter: Ratio): Origin =>
  origin(compareRatios(before, floorBefore) < 0, compareRatios(after, floorAfter) < 0, compareRatios(before, after));

/** `worse` is positive where the plan moved the figure away from its limit, negative where toward it. */
const origin = (breachBefore: boolean, breachAfter: boolean, worse: number): Origin => {
  if (!breachBefore) return breachAfter ? 'caused' : 'none';
  if (worse < 0 || !breachAfter) return 'improved';
  return worse > 0 ? 'worsened' : 'inherited';
};
