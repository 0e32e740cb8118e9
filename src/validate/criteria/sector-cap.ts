import { compareRatios, pctRatio } from '../../model/ratio.ts';
import type { Criterion } from '../criterion.ts';

/** The pick must not overload its sector. */
export const sectorCap: Criterion = {
  id: 'sector_cap',
  sentence: 'The sector of the pick weighs at most the maximum after the purchase.',
  check: ({ sector }, { max_sector_pct }) => {
    const limit = pctRatio(max_sector_pct);
    return { passed: compareRatios(sector, limit) <= 0, measured: { kind: 'pct', value: sector, limit } };
  },
};
