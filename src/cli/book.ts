import type { Anchor } from '../model/anchor.ts';
import type { Decision } from '../model/exceptions.ts';
import type { Issue } from '../model/issue.ts';

/** What the journal says that bears on the reports of a plan. */
export interface Book {
  /** Its last event; absent where there is no journal. */
  readonly head?: Anchor;
  /** What approvers decided, on this plan and on others, in the order of the journal. */
  readonly decisions: readonly Decision[];
  /** What it has to say about the portfolio: instructions that were carried out already. */
  readonly found: readonly Issue[];
}

/** Where nothing was ever recorded. */
export const EMPTY_BOOK: Book = { decisions: [], found: [] };
