import { holdingValue, sectorValue, totalValue, type Holding } from '../model/portfolio.ts';
import { compareRatios, pctRatio, weight, type Ratio } from '../model/ratio.ts';
import type { Sector } from '../model/sector.ts';
import { addCents, subtractCents, type Cents } from '../model/units.ts';
import { gravity } from './gravity.ts';
import type { Trust } from './settings.ts';
import type { Statements } from './trust-check.ts';

/** The weight that the document states for each sector: in a breakdown, else as the "from" of an instruction. */
const statedOf = ({ portfolio, directives }: Statements): ReadonlyMap<Sector, Ratio> =>
  new Map([
    ...directives.flatMap(({ directive }) =>
      directive.kind === 'sector' && directive.from !== undefined
        ? [[directive.sector, pctRatio(directive.from.value)] as const]
        : [],
    ),
    ...portfolio.claims.sectorWeights.map(({ sector, pct }) => [sector, pctRatio(pct.value)] as const),
  ]);

interface Claimed {
  readonly sector: Sector;
  readonly stated: Ratio;
  readonly value: Cents;
}

const fits = (stated: Ratio, value: Cents, total: Cents, trust: Trust): boolean =>
  gravity(stated, weight(value, total), trust) === undefined;

/** A holding that would make both sectors right if it stood under the one that is stated higher than it is. */
const explains = (holding: Holding, poor: Claimed, rich: Claimed | undefined, total: Cents, trust: Trust): boolean => {
  const value = holdingValue(holding);
  return (
    fits(poor.stated, addCents(poor.value, value), total, trust) &&
    (rich === undefined ? holding.sector !== poor.sector : holding.sector === rich.sector) &&
    (rich === undefined || fits(rich.stated, subtractCents(rich.value, value), total, trust))
  );
};

/** Of several holdings of about the same value, the one with which the stated value of the sector is right to the cent. */
const exactly = (
  found: readonly Holding[],
  { sector, value }: Claimed,
  { portfolio }: Statements,
): readonly Holding[] =>
  found.length < 2
    ? found
    : found.filter((holding) =>
        portfolio.claims.sectorValues.some(
          (claim) => claim.sector === sector && claim.value.value === addCents(value, holdingValue(holding)),
        ),
      );

/** A holding under a wrong sector, and the two sectors whose stated weights it makes wrong. */
export interface Misplaced {
  readonly holding: Holding;
  /** The sector that the holding belongs to by the stated weights, and the weight that is stated for it. */
  readonly own: Sector;
  readonly stated: Ratio;
  /** How grave the difference in that sector's weight is. */
  readonly level: 'note' | 'approve' | 'block';
}

/** One holding under a wrong sector makes two stated weights wrong: that holding, where a single one explains both. */
export const misplaced = (statements: Statements, trust: Trust): Misplaced | undefined => {
  const { portfolio } = statements;
  const total = totalValue(portfolio);
  const off = [...statedOf(statements)]
    .map(([sector, stated]): Claimed => ({ sector, stated, value: sectorValue(portfolio.holdings, sector) }))
    .filter(({ stated, value }) => !fits(stated, value, total, trust));
  const isPoor = ({ stated, value }: Claimed): boolean => compareRatios(stated, weight(value, total)) > 0;
  const [poor, poorer] = off.filter(isPoor);
  const [rich, richer] = off.filter((one) => !isPoor(one));
  if (poor === undefined || poorer !== undefined || richer !== undefined) return undefined;
  const able = portfolio.holdings.filter((holding) => explains(holding, poor, rich, total, trust));
  const [found, other] = exactly(able, poor, statements);
  const level = gravity(poor.stated, weight(poor.value, total), trust);
  if (found === undefined || other !== undefined || level === undefined) return undefined;
  return { holding: found, own: poor.sector, stated: poor.stated, level };
};
