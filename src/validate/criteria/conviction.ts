import { HUNDRED_PCT } from '../../model/units.ts';
import type { Criterion } from '../criterion.ts';

/** The analyst must be convinced enough. */
export const conviction: Criterion = {
  id: 'conviction',
  sentence: 'The conviction score is at least the minimum.',
  check: ({ pick }, { min_conviction }) => ({
    passed: pick.conviction >= min_conviction,
    measured: {
      kind: 'pct',
      value: { num: pick.conviction, den: HUNDRED_PCT },
      limit: { num: min_conviction, den: HUNDRED_PCT },
    },
  }),
};
