import type { ResolvedDirective } from './directive.ts';
import type { Ratio } from './ratio.ts';
import type { Sector } from './sector.ts';
import type { Ticker } from './ticker.ts';
import type { Cents, Pct, Price, Shares } from './units.ts';

export type Side = 'SELL' | 'BUY';

/** Which rule sized a trade, as data; the sentence stands in templates/phrases/why-<rule>.hbs. */
export interface Why {
  readonly rule: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** One order of the plan. */
export interface Trade {
  readonly side: Side;
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly shares: Shares;
  readonly price: Price;
  /** Shares at the price, rounded to the cent, before fees. */
  readonly value: Cents;
  readonly fees: Cents;
  readonly conviction?: Pct;
  /** Gain on cost of the position that is sold. */
  readonly gain?: Ratio;
  /** Average daily volume in dollars, where known. */
  readonly dailyVolume?: Cents;
  /** The id of the directive that caused it. */
  readonly directive?: string;
  readonly why: Why;
}

/** Part of a directive that nothing could carry out. */
export interface Unfilled {
  readonly subject: string;
  readonly directive: string;
  readonly value: Cents;
  readonly reason: string;
}

/** A trade that was too small to make. */
export interface Suppressed {
  readonly ticker: Ticker;
  readonly side: Side;
  readonly value: Cents;
  readonly reason: string;
}

/** A candidate that may not be bought, and why. */
export interface RejectedPick {
  readonly ticker: Ticker;
  readonly reason: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** How few orders would bring every sector within a tolerance of its target. */
export interface FewestCount {
  readonly orders: number;
  /** It cannot be done with fewer. */
  readonly bound: number;
  /** The tolerance in hundredths of a percent of the account. */
  readonly toleranceBp: number;
}

/** What the generator proposes, in the order in which the person types it. */
export interface Plan {
  readonly trades: readonly Trade[];
  readonly unfilled: readonly Unfilled[];
  readonly suppressed: readonly Suppressed[];
  readonly rejectedPicks: readonly RejectedPick[];
  /** Absent where no sector is to change, or none can be brought that near. */
  readonly fewest?: FewestCount;
  /** What the orders aim at instead of the instructions, where the person wanted something else of the plan. */
  readonly aims?: readonly ResolvedDirective[];
}
