import { compareRatios, pctRatio } from '../../model/ratio.ts';
import type { Criterion } from '../criterion.ts';

/** The resulting position must not be too large. */
export const positionSize: Criterion = {
  id: 'position_size',
  sentence: 'The resulting position (what is held plus what is proposed) weighs at most the maximum.',
  check: ({ position }, { max_position_pct }) => {
    const limit = pctRatio(max_position_pct);
    return { passed: compareRatios(position, limit) <= 0, measured: { kind: 'pct', value: position, limit } };
  },
};
