import type { ReportedFill } from '../model/fill.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Side } from '../model/trade.ts';

/** A fill as it is told. Where it names the number of its order, side and ticker may be left to the order. */
export interface ToldFill extends Omit<ReportedFill, 'side' | 'ticker'> {
  readonly side?: Side;
  readonly ticker?: Ticker;
}
