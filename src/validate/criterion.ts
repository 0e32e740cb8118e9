import type { Market, StockPick } from '../model/market.ts';
import type { Restriction } from '../model/portfolio.ts';
import type { Ratio } from '../model/ratio.ts';
import type { CriterionMeasure, Criterion as Id } from '../model/stock-validation.ts';
import type { StockCriteria } from './stock-criteria.ts';

/** The purchase of a pick, worked out exactly from its proposed percentage: the six criteria judge this. */
export interface Proposal {
  readonly pick: StockPick;
  /** Weight of the position after the purchase. */
  readonly position: Ratio;
  /** Weight of its sector after the purchase. */
  readonly sector: Ratio;
  /** Weight of cash after the purchase. */
  readonly cash: Ratio;
  readonly restrictions: readonly Restriction[];
  readonly market?: Market;
  readonly day: string;
}

/** One of the six checks of a Stock-Analyst pick. */
export interface Criterion {
  readonly id: Id;
  /** The rule in one sentence, for the documentation. */
  readonly sentence: string;
  readonly check: (
    proposal: Proposal,
    limits: StockCriteria,
  ) => { readonly passed: boolean; readonly measured: CriterionMeasure };
}
