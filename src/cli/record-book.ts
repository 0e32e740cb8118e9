import type { Book as Journal } from '../journal/book.ts';
import type { Book } from './book.ts';
import { decisionsIn } from './exceptions-on.ts';
import { journalAccess } from './journal-access.ts';
import { readRecord } from './read-record.ts';

/** What the record says that bears on the reports of a plan. */
export const bookOf = (journal: Journal): Book => ({
  decisions: decisionsIn(journal),
  ...(journal.head.seq === 0 ? {} : { head: journal.head }),
});

/** Reads the record beside a portfolio; a broken one is refused. */
export const readBook = async (portfolio: string): Promise<Book> =>
  bookOf((await readRecord(journalAccess(portfolio, ''))).book);
