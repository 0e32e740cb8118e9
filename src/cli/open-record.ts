import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Access } from '../journal/access.ts';
import type { Book } from '../journal/book.ts';
import { bodyWanted, catchUp } from '../journal/catch-up.ts';
import { JOURNAL } from '../journal/names.ts';
import type { JournalEvent } from '../model/event.ts';
import { amendDocument } from './amend-document.ts';
import { journalAccess } from './journal-access.ts';
import { readRecord } from './read-record.ts';
import { Unusable } from './shell.ts';
import { orStale } from './stale.ts';

/** The record beside a portfolio, and the portfolio in order with it. */
export interface OpenRecord {
  readonly access: Access;
  readonly book: Book;
  /** What was recorded in bringing them in order: the document adopted, or edited by hand. */
  readonly found: readonly JournalEvent[];
  /** Whether the document had to be written. */
  readonly rewritten: boolean;
}

/** Whether anything was ever recorded for a portfolio. */
export const hasRecord = (portfolio: string): boolean => existsSync(path.join(path.dirname(portfolio), JOURNAL));

/**
 * Opens the record beside a portfolio and brings the document in order with it: begins the record where there is none,
 * records what was edited by hand, and writes forward what a crash left behind. `asItStands` is a person's word that a
 * document without its anchor has every recorded fill.
 */
export const openRecord = async (portfolio: string, at: string, asItStands = false): Promise<OpenRecord> => {
  const access = journalAccess(portfolio, at);
  const how = { amend: amendDocument(access.document), asItStands };
  const { book, recorded, rewritten } = orStale(await catchUp(access, how));
  return { access, book, found: recorded, rewritten };
};

/** The record and the document as `openRecord` would leave them: nothing is written. */
export const lookAtRecord = async (portfolio: string, at: string, asItStands = false): Promise<OpenRecord> => {
  const access = journalAccess(portfolio, at);
  const { book, state } = await readRecord(access);
  if (state === undefined)
    throw new Unusable({ code: 'file-missing', level: 'unusable', detail: { path: access.document } });
  const how = { amend: amendDocument(access.document), asItStands };
  const text = orStale(bodyWanted(book, state, how, access.document));
  return { access, book: { ...book, text }, found: [], rewritten: false };
};
