import type { Place } from './place.ts';
import type { Ticker } from './ticker.ts';
import type { Cents, Exact, Price, Shares } from './units.ts';

/** Why a row of a broker's export is no holding; the words stand in templates/partials/left-out-words.hbs. */
export type LeftOutKind = 'option' | 'bond' | 'short' | 'pending' | 'accrued' | 'zero' | 'unnamed';

/** A row of an export of positions that is no holding, and why: nothing is left out silently. */
export interface LeftOutPosition {
  readonly what: string;
  readonly why: LeftOutKind;
  /** Absent where the export does not say what it is worth. */
  readonly value?: Exact;
  readonly place: Place;
}

/** One row of an export that is a holding; its figures agree with each other. */
export interface ExportedPosition {
  readonly ticker: Ticker;
  /** Empty where the export names only the symbol. */
  readonly name: string;
  readonly shares: Shares;
  readonly price: Price;
  /** What all the shares cost, where the export says so. */
  readonly cost?: Cents;
  readonly place: Place;
}

/** What a broker's export says about one account. Account numbers in it are masked to their last four digits. */
export interface AccountExport {
  /** What the layout is called, and the file. */
  readonly title: string;
  readonly file: string;
  /** The day (YYYY-MM-DD) that the export states. */
  readonly asOf?: string;
  /** In the order of the file. */
  readonly positions: readonly ExportedPosition[];
  readonly cash: Cents;
  readonly leftOut: readonly LeftOutPosition[];
}
