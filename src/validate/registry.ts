import { cashMinimum } from './constraints/cash-minimum.ts';
import { cashThroughout } from './constraints/cash-throughout.ts';
import { positionLimit } from './constraints/position-limit.ts';
import { restrictions } from './constraints/restrictions.ts';
import { sectorCap } from './constraints/sector-cap.ts';
import { sectorIncrease } from './constraints/sector-increase.ts';

/** The six constraints, in the order of the founding document. */
export const CONSTRAINTS = [
  sectorCap,
  cashMinimum,
  positionLimit,
  sectorIncrease,
  cashThroughout,
  restrictions,
] as const;
