import type { Place, Stated } from './place.ts';
import type { Ratio } from './ratio.ts';
import type { Sector } from './sector.ts';
import type { Ticker } from './ticker.ts';
import type { Cents, Pct, Price, Shares } from './units.ts';

/**
 * What the percentages of a document are parts of: the whole account, or the money that is invested. Cash is always a
 * part of the whole.
 */
export type Basis = 'total' | 'invested';

/** The direction of the verb: `set` where the line only says a target, `hold` where nothing is to happen. */
export type Direction = 'reduce' | 'increase' | 'exit' | 'hold' | 'set';

/** What every directive carries. */
interface Read {
  /** Names the directive by what it is about, so that it does not depend on the order of lines. */
  readonly id: string;
  readonly direction: Direction;
  /** Where it stands, and the line as written. */
  readonly place: Place;
  readonly text: string;
  /** The "from" percentage that the line states. */
  readonly from?: Stated<Pct>;
  /** The dollar amount that the line states, signed where it is signed. */
  readonly dollars?: Stated<Cents>;
  /** What stands where the dollar amount would, with digits, and the code of why it cannot be read. */
  readonly dollarsUnread?: Stated<{ readonly text: string; readonly code: string }>;
}

/** "Reduce Materials from 46.8% to 25%". Without a target only for `hold`. */
export interface SectorDirective extends Read {
  readonly kind: 'sector';
  readonly sector: Sector;
  readonly target?: Pct;
}

/** How much of one ticker is to be traded. */
export type TickerAim =
  | { readonly kind: 'weight'; readonly target: Pct }
  | { readonly kind: 'shares'; readonly shares: Shares }
  | { readonly kind: 'part'; readonly part: Pct }
  | { readonly kind: 'hold' };

/** "Reduce NVDA to 10%", "Exit ABBV" (weight 0), "Sell 3 shares of MA", "Buy 10 MSFT", "Trim KGC by 20%" (a part). */
export interface TickerDirective extends Read {
  readonly kind: 'ticker';
  readonly ticker: Ticker;
  readonly aim: TickerAim;
  /** The limit price that the line states ("at a limit of $84"); a claim: orders are typed at the plan's own price. */
  readonly limit?: Stated<Price>;
}

/** "Target Cash position: 5%". */
export interface CashDirective extends Read {
  readonly kind: 'cash';
  readonly target: Pct;
}

/** One instruction understood from the document. */
export type Directive = SectorDirective | TickerDirective | CashDirective;

/** The class of a line that looks like an instruction; every such line has exactly one. */
export type LineClass =
  'directive' | 'restated' | 'conflict' | 'conditional' | 'ambiguous' | 'unsupported' | 'not_a_directive';

/** A line that looks like an instruction, and what became of it. */
export interface AccountedLine {
  readonly place: Place;
  readonly text: string;
  readonly class: LineClass;
  /** A code whose words stand in templates/phrases/line-<reason>.hbs; absent for `directive`. */
  readonly reason?: string;
}

/** What a directive means for this account: the result of step 0. */
export interface ResolvedDirective {
  readonly directive: Directive;
  /** Name of the sector or ticker, or "Cash". */
  readonly subject: string;
  readonly action: 'SELL' | 'BUY' | 'HOLD';
  readonly current: Ratio;
  readonly target: Ratio;
  /** Signed dollars to trade, on the computed value; zero for a hold and for cash. */
  readonly change: Cents;
}
