import type { Criterion } from '../criterion.ts';

/** The sector of the pick must be among those that the Market-Analyst ranks highest. */
export const regimeAlignment: Criterion = {
  id: 'regime_alignment',
  sentence: 'The Market-Analyst ranks the sector of the pick among the best; an unranked sector fails.',
  check: ({ pick, market }, { max_sector_rank, when_no_market }) => {
    const rank = market?.rankings.get(pick.sector);
    const skipped = when_no_market === 'skip' && (market === undefined || market.rankings.size === 0);
    return {
      passed: skipped || (rank !== undefined && rank <= max_sector_rank),
      measured: { kind: 'rank', limit: max_sector_rank, ...(rank === undefined ? {} : { value: rank }) },
    };
  },
};
