import type { Access } from '../journal/access.ts';
import type { Book } from '../journal/book.ts';
import { documentState, type DocumentState } from '../journal/document-state.ts';
import { readJournal } from '../journal/read-journal.ts';
import { textOf } from '../journal/text.ts';
import { orStale, Stale } from './stale.ts';

/** The record as it stands, and how its document stands to it, where there is one. */
export interface FoundRecord {
  readonly book: Book;
  readonly state?: DocumentState;
}

/**
 * Reads a record to look at it; a broken one is refused, and one that the last line of its document contradicts. The document
 * is read first: what is recorded meanwhile is then news, and no contradiction.
 */
export const readRecord = async (access: Access): Promise<FoundRecord> => {
  const bytes = await access.disk.read(`${access.home}/${access.document}`);
  const text = bytes === undefined ? undefined : textOf(bytes);
  const book = orStale(await readJournal(access));
  if (text === undefined) return { book };
  const state = documentState(book, text, access.document);
  if (state.kind === 'contradicted') throw new Stale(state.issue);
  return { book, state };
};
