import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Anchor } from '../model/anchor.ts';
import type { Decision } from '../model/exceptions.ts';

/** What the journal says that bears on the reports of a plan. */
export interface Book {
  /** Its last event; absent where there is no journal. */
  readonly head?: Anchor;
  /** What approvers decided, on this plan and on others, in the order of the journal. */
  readonly decisions: readonly Decision[];
}

/** Where nothing was ever recorded. */
export const EMPTY_BOOK: Book = { decisions: [] };

/** What is on record beside a portfolio. Where nothing is, the journal's reader is not even loaded. */
export const bookBeside = async (portfolio: string): Promise<Book> => {
  if (!existsSync(path.join(path.dirname(portfolio), 'plans', 'journal'))) return EMPTY_BOOK;
  const { readBook } = await import('./record-book.ts');
  return readBook(portfolio);
};
