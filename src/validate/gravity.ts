import type { IssueLevel } from '../model/issue.ts';
import { compareRatios, distance, pctRatio, type Ratio } from '../model/ratio.ts';
import type { Pct } from '../model/units.ts';
import type { Trust } from './settings.ts';

/** How grave a difference of two percentages is; undefined where it is small enough to say nothing. */
export const gravity = (stated: Ratio, computed: Ratio, trust: Trust): Exclude<IssueLevel, 'unusable'> | undefined => {
  const gap = distance(stated, computed);
  const within = (points: Pct): boolean => compareRatios(gap, pctRatio(points)) <= 0;
  if (within(trust.silent_points)) return undefined;
  if (within(trust.note_points)) return 'note';
  return within(trust.approve_points) ? 'approve' : 'block';
};
