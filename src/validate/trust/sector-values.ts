import { dollarText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { sectorValue, totalValue } from '../../model/portfolio.ts';
import { weight } from '../../model/ratio.ts';
import { sectorName } from '../../model/sector.ts';
import { absCents, atMost, maxCents, subtractCents, type Cents } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import { misplaced } from '../misplaced.ts';
import type { TrustCheck } from '../trust-check.ts';

/** An amount in whole dollars may have been rounded to them. */
const rounding = (stated: Cents): Cents => (stated % 100n === 0n ? 50n : 1n) as Cents;

/** The stated value of a sector is the sum of its rows, within rounding or a row's own tolerance. A misplaced row is told as such. */
export const sectorValues: TrustCheck = (statements, trust) => {
  const { portfolio } = statements;
  const total = totalValue(portfolio);
  const moved = misplaced(statements, trust);
  return portfolio.claims.sectorValues.flatMap(({ sector, value }): readonly Issue[] => {
    if (moved !== undefined && [moved.own, moved.holding.sector].includes(sector)) return [];
    const computed = sectorValue(portfolio.holdings, sector);
    const gap = absCents(subtractCents(value.value, computed));
    if (gap <= maxCents(rounding(value.value), atMost(trust.row_tolerance_pct, computed))) return [];
    const subject = sectorName(sector, portfolio.spelling);
    return [
      {
        code: 'sector-value-differs',
        level: gravity(weight(value.value, total), weight(computed, total), trust) ?? 'note',
        place: value.place,
        subject,
        detail: { subject, stated: dollarText(value.value), computed: dollarText(computed), gap: dollarText(gap) },
      },
    ];
  });
};
