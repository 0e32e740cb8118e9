import { percentText, pointsText } from '../../model/figures.ts';
import type { Basis } from '../../model/directive.ts';
import type { Issue } from '../../model/issue.ts';
import type { Stated } from '../../model/place.ts';
import { sectorValue, totalValue } from '../../model/portfolio.ts';
import { pctRatio, weight, type Ratio } from '../../model/ratio.ts';
import { sectorName } from '../../model/sector.ts';
import { subtractCents, worth, type Cents, type Pct } from '../../model/units.ts';
import { gravity } from '../gravity.ts';
import { misplaced, type Misplaced } from '../misplaced.ts';
import type { Trust } from '../settings.ts';
import type { Statements, TrustCheck } from '../trust-check.ts';

interface WeightClaim {
  readonly subject: string;
  readonly stated: Stated<Pct>;
  readonly value: Cents;
}

/** The weights that a document states together, each group on one basis: of the rows, of cash, and of the sectors. */
const groupsOf = ({ portfolio }: Statements, moved: Misplaced | undefined): readonly (readonly WeightClaim[])[] => [
  portfolio.claims.rows.flatMap((row) =>
    row.statedWeight === undefined
      ? []
      : [{ subject: row.ticker, stated: row.statedWeight, value: worth(row.price, row.shares) }],
  ),
  portfolio.claims.cashPct.map((stated) => ({ subject: 'Cash', stated, value: portfolio.cash })),
  portfolio.claims.sectorWeights
    .filter(({ sector }) => moved === undefined || ![moved.own, moved.holding.sector].includes(sector))
    .map(({ sector, pct }) => ({
      subject: sectorName(sector, portfolio.spelling),
      stated: pct,
      value: sectorValue(portfolio.holdings, sector),
    })),
];

interface Measured extends WeightClaim {
  readonly claim: Ratio;
  readonly ofTotal: Ratio;
  readonly ofInvested: Ratio;
  /** Whether the claim fits either basis within the silent tier. */
  readonly fitsTotal: boolean;
  readonly fitsInvested: boolean;
}

const measure = (one: WeightClaim, total: Cents, invested: Cents, trust: Trust): Measured => {
  const [claim, ofTotal, ofInvested] = [
    pctRatio(one.stated.value),
    weight(one.value, total),
    weight(one.value, invested),
  ];
  const fits = (computed: Ratio): boolean => gravity(claim, computed, trust) === undefined;
  return { ...one, claim, ofTotal, ofInvested, fitsTotal: fits(ofTotal), fitsInvested: fits(ofInvested) };
};

/** More weights of a group fit only the invested money than fit only the total. */
const isOfInvested = (group: readonly Measured[]): boolean => {
  const onlyInvested = group.filter(({ fitsTotal, fitsInvested }) => fitsInvested && !fitsTotal).length;
  const onlyTotal = group.filter(({ fitsTotal, fitsInvested }) => fitsTotal && !fitsInvested).length;
  return onlyInvested > onlyTotal;
};

const detailOf = ({ subject, claim, ofTotal, ofInvested }: Measured, ofPart: boolean): Issue['detail'] => ({
  subject,
  stated: percentText(claim),
  computed: percentText(ofPart ? ofInvested : ofTotal),
  of_part: ofPart,
  other: percentText(ofPart ? ofTotal : ofInvested),
  points: pointsText(claim, ofPart ? ofInvested : ofTotal),
});

/** A weight against the basis of its group. Cash is a part of the whole whatever the others are parts of. */
const differs = (one: Measured, ofPart: boolean, trust: Trust): readonly Issue[] => {
  if (one.subject === 'Cash' && (one.fitsTotal || (ofPart && one.fitsInvested))) return [];
  const level = gravity(one.claim, ofPart ? one.ofInvested : one.ofTotal, trust);
  if (level === undefined) return [];
  const { stated, subject } = one;
  return [{ code: 'weight-differs', level, place: stated.place, subject, detail: detailOf(one, ofPart) }];
};

/** What the document's weights are parts of is the person's to say: the targets may be parts of the same. */
const basisIssue = (groups: readonly (readonly Measured[])[], basis: Basis | undefined): readonly Issue[] => {
  const first = groups
    .filter(isOfInvested)
    .flat()
    .find(({ fitsTotal, fitsInvested }) => fitsInvested && !fitsTotal);
  if (first === undefined || basis === 'invested') return [];
  const detail = { ...detailOf(first, false), asked: basis === undefined };
  const level = basis === undefined ? 'approve' : 'note';
  return [{ code: 'weights-of-invested', level, place: first.stated.place, subject: first.subject, detail }];
};

/**
 * Each stated weight is the weight in the whole account. Where weights are of the invested part, which is said once, or
 * where the person says so, they are compared with that.
 */
export const weights: TrustCheck = (statements, trust) => {
  const { portfolio, basis } = statements;
  const total = totalValue(portfolio);
  const invested = subtractCents(total, portfolio.cash);
  const groups = groupsOf(statements, misplaced(statements, trust)).map((group) =>
    group.map((one) => measure(one, total, invested, trust)),
  );
  const wrong = groups.flatMap((group) => {
    const ofPart = basis === 'invested' || isOfInvested(group);
    return group.flatMap((one) => differs(one, ofPart, trust));
  });
  return [...wrong, ...basisIssue(groups, basis)];
};
