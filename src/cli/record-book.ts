import path from 'node:path';
import type { Book as Journal } from '../journal/book.ts';
import type { Book } from './book.ts';
import { carriedOut } from './carried-out.ts';
import { decisionsIn } from './exceptions-on.ts';
import { journalAccess } from './journal-access.ts';
import { readRecord } from './read-record.ts';
import type { Shell } from './shell.ts';

/** What the record says that bears on the reports of a plan. */
export const bookOf = (journal: Journal): Book => ({
  decisions: decisionsIn(journal),
  found: [],
  ...(journal.head.seq === 0 ? {} : { head: journal.head }),
});

/** Reads the record beside a portfolio, whose text may say what is done already; a broken record is refused. */
export const readBook = async (shell: Shell, folder: string, text: string): Promise<Book> => {
  const { book: journal } = await readRecord(journalAccess(path.join(folder, 'Portfolio.md'), ''));
  return { ...bookOf(journal), found: await carriedOut(shell, folder, text, journal) };
};
