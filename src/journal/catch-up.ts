import type { JournalEvent } from '../model/event.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Access } from './access.ts';
import { withAnchor } from './anchor.ts';
import { EMPTY_BOOK, type Book } from './book.ts';
import { changeBetween } from './document-change.ts';
import { documentState, type DocumentState } from './document-state.ts';
import { publish } from './publish.ts';
import { openJournal } from './read-journal.ts';
import { rebase, type Amend } from './rebase.ts';
import { replaceDocument } from './replace-document.ts';
import { textOf } from './text.ts';

/** How a document may be brought in order with its record. */
export interface CatchUp {
  readonly amend: Amend;
  /** A person's word that a changed document without an anchor says everything that was recorded. */
  readonly asItStands: boolean;
}

/** A document in order with its record. */
export interface CaughtUp {
  readonly book: Book;
  /** What was recorded on the way: that the document was adopted, or edited by hand. */
  readonly recorded: readonly JournalEvent[];
  /** Whether the document was rewritten. */
  readonly rewritten: boolean;
}

type Turn = CaughtUp & { readonly isInOrder: boolean };

/** Something about the document as a whole. */
const documentIssue = (code: string, path: string, detail: Issue['detail'] = {}): Issue => ({
  code,
  level: 'block',
  detail: { path, ...detail },
  place: { file: path, line: 1, column: 1 },
});

/** The body that the record has to hold before the document can be written; issues where that cannot be known. */
const wanted = (book: Book, state: DocumentState, how: CatchUp, document: string): Parsed<string> => {
  if (state.kind === 'contradicted') return { issues: [state.issue] };
  if (state.kind === 'unrecorded') return { value: state.body, issues: [] };
  if (state.kind !== 'edited') return { value: book.text, issues: [] };
  if (state.anchored) return rebase(book, state.since, state.body, how.amend);
  if (how.asItStands) return { value: state.body, issues: [] };
  return { issues: [documentIssue('anchor-missing', document, { ...book.head })] };
};

/**
 * One step towards order: nothing where there is order, else one event or one rewriting. The record is read before the
 * document: then an event that can still be published proves that nothing was recorded since, so the document that was
 * read had not been recorded. The other way round an old reading of it could undo a newer edit.
 */
const turn = async (access: Access, book: Book, how: CatchUp): Promise<Parsed<Turn>> => {
  const bytes = await access.disk.read(`${access.home}/${access.document}`);
  const text = bytes && textOf(bytes);
  if (bytes === undefined) return { issues: [documentIssue('file-missing', access.document)] };
  if (text === undefined) return { issues: [documentIssue('file-not-text', access.document)] };
  const state = documentState(book, text, access.document, access.digest);
  const stays: Turn = { book, recorded: [], rewritten: false, isInOrder: state.kind === 'in-order' };
  if (stays.isInOrder) return { value: stays, issues: [] };
  const { value: body, issues } = wanted(book, state, how, access.document);
  if (body === undefined) return { issues };
  if (state.kind !== 'unrecorded' && body === book.text) {
    const rewritten = await replaceDocument(access, bytes, withAnchor(body, book.head));
    return { value: { ...stays, rewritten }, issues: [] };
  }
  const document = changeBetween(book.text, body, access.digest);
  const published = await publish(access, book, { kind: state.kind === 'unrecorded' ? 'adopted' : 'edited', document });
  return { value: published ? { ...stays, book: published.book, recorded: [published.event] } : stays, issues: [] };
};

/**
 * Brings the document in order with the record: adopts it where there is no record, records what was edited by hand,
 * and writes it forward, until one look at both finds nothing left to do. What another process records meanwhile is
 * written forward too. Issues where a person has to decide; nothing is overwritten then.
 */
export const catchUp = async (access: Access, how: CatchUp): Promise<Parsed<CaughtUp>> => {
  const recorded: JournalEvent[] = [];
  let [known, rewritten, complaints] = [EMPTY_BOOK, false, NONE];
  for (;;) {
    const { value: book, issues } = await openJournal(access, known);
    if (book === undefined) return { issues };
    if (complaints.length > 0 && book.head.seq === known.head.seq) return { issues: complaints };
    const { value: taken, issues: refused } = await turn(access, book, how);
    complaints = refused;
    recorded.push(...(taken?.recorded ?? []));
    rewritten ||= taken?.rewritten === true;
    known = taken?.book ?? book;
    if (taken?.isInOrder === true) return { value: { book: known, recorded, rewritten }, issues: [] };
  }
};

const NONE: readonly Issue[] = [];
