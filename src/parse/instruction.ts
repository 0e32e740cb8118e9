import type { Direction } from '../model/directive.ts';
import type { Place } from '../model/place.ts';
import type { Cents, Pct, Shares } from '../model/units.ts';
import type { Part } from './instruction-tokens.ts';

/** What one line or table row says, before it is decided whether it can be carried out. */
export interface Instruction {
  readonly direction?: Direction;
  /** The words that name what it is about. */
  readonly subject: string;
  /** Words in brackets behind the subject. */
  readonly bracket?: string;
  readonly from?: Part;
  readonly to?: Part;
  /** A change: of so many percent, or of so many percentage points. */
  readonly by?: { readonly value: Pct; readonly points: boolean };
  /** A percentage without "from", "to" or "by". */
  readonly bare?: Part;
  /** A part of the position ("Sell 50% of KGC"). */
  readonly part?: Part;
  readonly shares?: Shares;
  readonly dollars?: Cents;
  /** What stands in place of the amount of dollars, and the code of why it cannot be read. */
  readonly dollarsUnread?: { readonly text: string; readonly code: string };
  /** Where the two claims stand, when they have cells of their own. */
  readonly fromPlace?: Place;
  readonly dollarsPlace?: Place;
  /** An amount of dollars is the only figure. */
  readonly dollarsOnly?: boolean;
  /** The words "target" or "goal" make a bare percentage a target. */
  readonly isTarget: boolean;
  /** The words of the commentary behind the figures. */
  readonly tail: readonly string[];
  /** A reason why it cannot be understood as it stands. */
  readonly fault?: string;
  /** The unreadable text that `fault` is about. */
  readonly faultText?: string;
}
