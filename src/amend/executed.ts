import type { Ticker } from '../model/ticker.ts';
import type { Side } from '../model/trade.ts';
import type { Cents, Price, Shares } from '../model/units.ts';

/** What was bought or sold, as Portfolio.md is to show it. */
export interface Executed {
  readonly side: Side;
  readonly ticker: Ticker;
  readonly shares: Shares;
  /** The price of the fill. It moves cash and cost; it is no quote, so the price column keeps its own. */
  readonly price: Price;
  readonly fees: Cents;
  /** The sector of a ticker that is not held yet, as the document is to spell it. */
  readonly sector?: string;
  /** The company's name for the row of a ticker that is not held yet. */
  readonly name?: string;
  /** The price for the row of a ticker that is not held yet: the plan's. Absent: the price of the fill. */
  readonly lastPrice?: Price;
}
