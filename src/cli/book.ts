import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Anchor } from '../model/anchor.ts';
import type { Decision } from '../model/exceptions.ts';
import type { Issue } from '../model/issue.ts';
import type { Gathered } from './gather.ts';
import type { Shell } from './shell.ts';

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

/** What is on record beside a portfolio. Where nothing is, the journal's reader is not even loaded. */
export const bookBeside = async (shell: Shell, { folder, inputs }: Gathered): Promise<Book> => {
  const [portfolio] = inputs;
  if (portfolio === undefined || !existsSync(path.join(folder, 'plans', 'journal'))) return EMPTY_BOOK;
  const { readBook } = await import('./record-book.ts');
  return readBook(shell, folder, portfolio.text);
};
