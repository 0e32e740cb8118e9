import type { Alarm, Fill, ReportedFill } from './fill.ts';
import type { Issue } from './issue.ts';

/** Why a reported fill was not recorded; the words stand in templates/phrases/quarantine-<reason>.hbs. */
export interface Doubt {
  readonly reason: string;
  readonly detail: Alarm['detail'];
}

/** A reported fill in quarantine, whether it still waits for a person or was dismissed. */
export interface Quarantined {
  readonly reported: ReportedFill;
  readonly dismissed: boolean;
}

/** What becomes of a reported fill: exactly one of these. */
export type FillCheck =
  /** It fits an order: a fact, with what the person should look at. */
  | { readonly kind: 'recorded'; readonly fill: Fill }
  /** It is in the books, or in quarantine, already: nothing is to be done. */
  | { readonly kind: 'known'; readonly reported: ReportedFill; readonly where: 'recorded' | 'quarantined' }
  /** The broker's name for it belongs to a recorded fill with other figures: an error of the report. */
  | { readonly kind: 'id-differs'; readonly issue: Issue }
  /** It does not fit: nothing is changed until a person settles it. */
  | ({ readonly kind: 'quarantined'; readonly reported: ReportedFill } & Doubt);
