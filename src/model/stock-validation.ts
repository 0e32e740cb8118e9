import type { Ratio } from './ratio.ts';
import type { Ticker } from './ticker.ts';
import type { Pct } from './units.ts';

/** The six criteria of a Stock-Analyst pick, in the order of the founding document. */
export const CRITERIA = [
  'conviction',
  'position_size',
  'sector_cap',
  'cash_buffer',
  'restriction_list',
  'regime_alignment',
] as const;

/** The key of one criterion. */
export type Criterion = (typeof CRITERIA)[number];

/** What a criterion measured: a percentage, a rank (absent when unranked), or a plain yes or no. */
export type CriterionMeasure =
  | { readonly kind: 'pct'; readonly value: Ratio; readonly limit: Ratio }
  | { readonly kind: 'rank'; readonly value?: number; readonly limit: number }
  | { readonly kind: 'flag'; readonly value: boolean; readonly limit: boolean };

/** The outcome of one criterion. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly passed: boolean;
  readonly measured: CriterionMeasure;
}

/** The outcome of step 2.5 for one pick. */
export interface StockValidation {
  readonly status: 'APPROVED_FOR_PO' | 'REJECTED';
  readonly ticker: Ticker;
  readonly file: string;
  readonly conviction: Pct;
  readonly results: readonly CriterionResult[];
  /** For a rejected pick: the largest allocation (in its own basis) that would pass all six, if there is one. */
  readonly largestPassing?: Pct;
}
