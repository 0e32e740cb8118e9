import { percentText, pointsText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import type { Stated } from '../../model/place.ts';
import { sectorValue, totalValue } from '../../model/portfolio.ts';
import { pctRatio, weight } from '../../model/ratio.ts';
import { sectorName } from '../../model/sector.ts';
import { subtractCents, worth, type Cents, type Pct } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

interface WeightClaim {
  readonly subject: string;
  readonly stated: Stated<Pct>;
  readonly value: Cents;
}

const claimsOf = ({ portfolio }: Statements): readonly WeightClaim[] => [
  ...portfolio.claims.rows.flatMap((row) =>
    row.statedWeight === undefined
      ? []
      : [{ subject: row.ticker, stated: row.statedWeight, value: worth(row.price, row.shares) }],
  ),
  ...portfolio.claims.cashPct.map((stated) => ({ subject: 'Cash', stated, value: portfolio.cash })),
  ...portfolio.claims.sectorWeights.map(({ sector, pct }) => ({
    subject: sectorName(sector, portfolio.spelling),
    stated: pct,
    value: sectorValue(portfolio.holdings, sector),
  })),
];

/** Each stated weight is the weight in the whole account; where it is one of the invested part only, say so once. */
export const weights: TrustCheck = (statements, trust) => {
  const total = totalValue(statements.portfolio);
  const invested = subtractCents(total, statements.portfolio.cash);
  const basis: Issue[] = [];
  const wrong = claimsOf(statements).flatMap(({ subject, stated, value }): readonly Issue[] => {
    const claim = pctRatio(stated.value);
    const computed = weight(value, total);
    const level = gravity(claim, computed, trust);
    if (level === undefined) return [];
    const ofInvested = weight(value, invested);
    const detail = {
      subject,
      stated: percentText(claim),
      computed: percentText(computed),
      of_invested: percentText(ofInvested),
      points: pointsText(claim, computed),
    };
    if (gravity(claim, ofInvested, trust) === undefined) {
      basis.push({ code: 'weights-of-invested', level: 'note', place: stated.place, subject, detail });
      return [];
    }
    return [{ code: 'weight-differs', level, place: stated.place, subject, detail }];
  });
  return [...wrong, ...basis.slice(0, 1)];
};
