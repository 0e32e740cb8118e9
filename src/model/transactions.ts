import type { ReportedFill } from './fill.ts';
import type { Place } from './place.ts';

/** A row of a broker's export that is no fill, and why; the words stand in templates/phrases/left-out-<reason>.hbs. */
export interface LeftOutRow {
  readonly place: Place;
  readonly reason: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** What a broker's export of transactions says. Account numbers in it are masked to their last four digits. */
export interface Transactions {
  /** The layout that it was read by: the name of its file below src/parse/brokers. */
  readonly layout: string;
  /** In order of the day; on one day sales first, because the export states no time of day. */
  readonly fills: readonly ReportedFill[];
  /** Every other row, so that nothing is lost silently. */
  readonly leftOut: readonly LeftOutRow[];
}
