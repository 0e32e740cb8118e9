import type { Place } from './place.ts';
import type { Ticker } from './ticker.ts';
import type { Side } from './trade.ts';
import type { Cents, Price, Shares } from './units.ts';

/** What the broker did, as the person or the broker's export reports it; a claim until it is checked against the plan. */
export interface ReportedFill {
  readonly side: Side;
  readonly ticker: Ticker;
  readonly shares: Shares;
  readonly price: Price;
  /** Zero where nothing is said of fees. */
  readonly fees: Cents;
  /** When it was filled: an ISO day, or a day with a time; absent where nothing is said. */
  readonly at?: string;
  /** The broker's own name for it; the same name is never recorded twice. */
  readonly id?: string;
  /** The number of the order in the plan, where the person names it. */
  readonly order?: number;
  /** The words, the options or the line of the file that it was read from. */
  readonly text: string;
  readonly place?: Place;
}

/** Something about a recorded fill that the person should look at; the words stand in templates/phrases/alarm-<code>.hbs. */
export interface Alarm {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** A fill that is in the books: it belongs to an order of a plan, or was accepted by hand (`order` absent). */
export interface Fill extends Omit<ReportedFill, 'place'> {
  readonly plan: string;
  /** Of a purchase that opens a position: its sector as the document spells it, and the plan's price for its row. */
  readonly sector?: string;
  readonly quote?: Price;
  readonly alarms: readonly Alarm[];
}
