import { compareRatios, pctRatio } from '../../model/ratio.ts';
import type { Criterion } from '../criterion.ts';

/** The purchase must leave cash. */
export const cashBuffer: Criterion = {
  id: 'cash_buffer',
  sentence: 'Cash after the purchase is at least the minimum.',
  check: ({ cash }, { min_cash_pct }) => {
    const limit = pctRatio(min_cash_pct);
    return { passed: compareRatios(cash, limit) >= 0, measured: { kind: 'pct', value: cash, limit } };
  },
};
