import type { ResolvedDirective } from '../model/directive.ts';
import type { Judged } from '../steps/recommend.ts';
import { totalValue } from '../model/portfolio.ts';
import { compareRatios, pctRatio, weight, type Ratio } from '../model/ratio.ts';
import type { Sector } from '../model/sector.ts';
import { offered } from '../steps/read-sources.ts';
import type { Situation } from './situation.ts';
import { resolvedById, type Change, type Variant } from './variant.ts';

/** A variant and what the judge says of it. */
export interface Look {
  readonly situation: Situation;
  readonly variant: Variant;
  readonly plan: Judged;
}

/** Ways to mend what is wrong with a variant; each is a list of changes that belong together. */
export type Ways = readonly (readonly Change[])[];

/** The instructions that raise something. */
export const buysOf = ({ plan }: Look): readonly ResolvedDirective[] =>
  plan.directives.filter(({ action }) => action === 'BUY');

/** The instructions that lower something. */
export const salesOf = ({ plan }: Look): readonly ResolvedDirective[] =>
  plan.directives.filter(({ action }) => action === 'SELL');

/** The stated target for cash, where it may be changed: percentages of the invested money would change with it. */
export const cashOf = ({ plan, situation }: Look): ResolvedDirective | undefined =>
  situation.terms.basis === 'invested' ? undefined : plan.directives.find(({ directive }) => directive.kind === 'cash');

/** The sector that an instruction trades in. */
export const sectorOf = ({ directive }: ResolvedDirective, { situation: { sources } }: Look): Sector | undefined => {
  if (directive.kind === 'sector') return directive.sector;
  if (directive.kind === 'cash') return undefined;
  const held = sources.portfolio.holdings.find(({ ticker }) => ticker === directive.ticker);
  return held?.sector ?? offered(sources).sectors.get(directive.ticker);
};

/** The target of an instruction as it was asked. */
export const askedOf = ({ directive, target }: ResolvedDirective, { variant, situation }: Look): Ratio => {
  const asked = variant.asked.get(directive.id);
  return (asked && resolvedById([asked], situation).get(directive.id)?.target) ?? target;
};

/** The least cash that the limits allow at the end, as a part of the account. */
export const leastCash = ({ situation: { sources, terms } }: Look): Ratio => {
  const { cash_minimum, cash_throughout } = terms.config;
  const parts = [
    pctRatio(cash_minimum.min_pct),
    pctRatio(cash_throughout.min_pct),
    weight(cash_minimum.min_usd, totalValue(sources.portfolio)),
  ];
  return parts.reduce((most, one) => (compareRatios(one, most) > 0 ? one : most));
};
