import type { Ratio } from './ratio.ts';
import type { Cents } from './units.ts';

/** How a finding bears on the verdict. */
export type FindingLevel = 'pass' | 'note' | 'approve' | 'block';

/** Whether the plan caused a breach: inherited ones it found, improved or worsened ones it touched. */
export type Origin = 'none' | 'inherited' | 'improved' | 'worsened' | 'caused';

/** A measured figure or a limit, in the unit in which people speak of it. */
export type Measure =
  | { readonly unit: 'pct'; readonly value: Ratio }
  | { readonly unit: 'points'; readonly value: Ratio }
  | { readonly unit: 'usd'; readonly value: Cents }
  | { readonly unit: 'flag'; readonly value: boolean };

/**
 * What was measured against what limit, about which subject. Also made when the limit is kept, so that the
 * compliance table needs no second computation.
 */
export interface Finding {
  readonly constraint: string;
  /** The sector, ticker, "Cash", or the number of the order. */
  readonly subject: string;
  readonly level: FindingLevel;
  readonly limit: Measure;
  readonly before: Measure;
  readonly after: Measure;
  /** Room that is left to the limit, in the unit of the limit; negative in a breach. */
  readonly slack: Measure;
  /** The same room in dollars, where that means something. */
  readonly slackUsd?: Cents;
  readonly origin: Origin;
  /** Further figures for the words of the finding. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}
