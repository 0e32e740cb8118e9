import { forbids } from '../../model/portfolio.ts';
import type { Criterion } from '../criterion.ts';

/** The pick must not be on the restriction list. */
export const restrictionList: Criterion = {
  id: 'restriction_list',
  sentence: 'The ticker may be bought: no restriction in force forbids it.',
  check: ({ pick, restrictions, day }) => {
    const forbidden = restrictions.some((one) => one.ticker === pick.ticker && forbids(one, 'BUY', day));
    return { passed: !forbidden, measured: { kind: 'flag', value: forbidden, limit: false } };
  },
};
