import type { JournalEvent } from '../model/event.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Access } from './access.ts';
import { withAnchor } from '../model/anchor.ts';
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

/** How far a call has come. */
interface Course {
  readonly book: Book;
  /** What this call wrote last: where that stands, nobody has changed it since. */
  readonly written?: string;
  readonly recorded?: JournalEvent;
  readonly isInOrder?: boolean;
}

/** Something about the document as a whole. */
const documentIssue = (code: string, path: string, detail: Issue['detail'] = {}): Issue => ({
  code,
  level: 'block',
  detail: { path, ...detail },
  place: { file: path, line: 1, column: 1 },
});

/** The body that the record has to hold before the document can be written; issues where that cannot be known. */
export const bodyWanted = (book: Book, state: DocumentState, how: CatchUp, document: string): Parsed<string> => {
  if (state.kind === 'contradicted') return { issues: [state.issue] };
  if (state.kind === 'unrecorded') return { value: state.body, issues: [] };
  if (state.kind !== 'edited') return { value: book.text, issues: [] };
  if (state.anchored) return rebase(book, state.since, state.body, how.amend);
  if (how.asItStands) return { value: state.body, issues: [] };
  return { issues: [documentIssue('anchor-missing', document, { ...book.head, changed: true })] };
};

/**
 * One step towards order: nothing where there is order, else one event or one rewriting. The record is read before the
 * document: then an event that can still be published proves that nothing was recorded since, so the document that was
 * read had not been recorded. The other way round an old reading of it would seem to take back a newer edit.
 */
const turn = async (access: Access, course: Course, how: CatchUp): Promise<Parsed<Course>> => {
  const { book, written } = course;
  const bytes = await access.disk.read(`${access.home}/${access.document}`);
  const text = bytes && textOf(bytes);
  if (bytes === undefined) return { issues: [documentIssue('file-missing', access.document)] };
  if (text === undefined) return { issues: [documentIssue('file-not-text', access.document)] };
  const state = documentState(book, text, access.document);
  if (state.kind === 'in-order') return { value: { ...course, isInOrder: true }, issues: [] };
  const { value: body, issues } =
    text === written ? { value: book.text, issues: [] } : bodyWanted(book, state, how, access.document);
  if (body === undefined) return { issues };
  if (state.kind !== 'unrecorded' && body === book.text) {
    const forward = withAnchor(body, book.head);
    return { value: (await replaceDocument(access, bytes, forward)) ? { book, written: forward } : course, issues: [] };
  }
  const document = changeBetween(book.text, body, access.digest);
  const published = await publish(access, book, { kind: state.kind === 'unrecorded' ? 'adopted' : 'edited', document });
  return { value: published ? { ...course, book: published.book, recorded: published.event } : course, issues: [] };
};

/**
 * Brings the document in order with the record: adopts it where there is no record, records what was edited by hand,
 * and writes it forward, until one look at both finds nothing left to do. What another process records meanwhile is
 * written forward too. Issues where a person has to decide; nothing is overwritten then.
 */
export const catchUp = async (access: Access, how: CatchUp): Promise<Parsed<CaughtUp>> => {
  const recorded: JournalEvent[] = [];
  let course: Course = { book: EMPTY_BOOK };
  let complaints: readonly Issue[] = [];
  for (;;) {
    const { value: book, issues } = await openJournal(access, course.book);
    if (book === undefined) return { issues };
    if (complaints.length > 0 && book.head.seq === course.book.head.seq) return { issues: complaints };
    const { written } = course;
    const taken = await turn(access, { book, ...(written !== undefined && { written }) }, how);
    complaints = taken.issues;
    course = taken.value ?? { ...course, book };
    if (course.recorded) recorded.push(course.recorded);
    if (course.isInOrder === true)
      return { value: { book: course.book, recorded, rewritten: course.written !== undefined }, issues: [] };
  }
};
