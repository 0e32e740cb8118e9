import { percentText, pointsText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { pctRatio, type Ratio } from '../../model/ratio.ts';
import type { Row } from '../../model/portfolio.ts';
import { worth } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import type { TrustCheck } from '../trust-check.ts';

const computedGain = (row: Row): Ratio | undefined => {
  const cost = row.costPerShare === undefined ? row.costTotal?.value : worth(row.costPerShare.value, row.shares);
  return cost === undefined || cost <= 0n ? undefined : { num: worth(row.price, row.shares) - cost, den: cost };
};

/** The stated gain is value against cost. Sells are ranked by the recomputed gain, so a difference only informs. */
export const gains: TrustCheck = ({ portfolio }, trust) =>
  portfolio.claims.rows.flatMap((row): readonly Issue[] => {
    const computed = computedGain(row);
    if (row.statedGainPct === undefined || computed === undefined) return [];
    const stated = pctRatio(row.statedGainPct.value);
    if (gravity(stated, computed, trust) === undefined) return [];
    return [
      {
        code: 'gain-differs',
        level: 'note',
        place: row.statedGainPct.place,
        subject: row.ticker,
        detail: {
          ticker: row.ticker,
          stated: percentText(stated),
          computed: percentText(computed),
          points: pointsText(stated, computed),
        },
      },
    ];
  });
