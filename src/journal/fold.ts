import type { JournalEvent } from '../model/event.ts';
import type { Parsed } from '../model/issue.ts';
import { EMPTY_BOOK, type Book, type DocumentEvent } from './book.ts';
import { fileFault, type Link } from './chain.ts';
import type { Digest } from './disk.ts';
import { applyChange } from './document-change.ts';
import { applyEdits } from './line-edits.ts';
import { nameOf } from './names.ts';

/** A book that is being written: lists that grow, the rest as it stands. */
type Draft = { -readonly [Key in keyof Book]: Book[Key] extends readonly (infer One)[] ? One[] : Book[Key] };

const changesDocument = (event: JournalEvent): event is DocumentEvent => 'document' in event;

/** Why an event cannot follow what is in the book; undefined where it can. */
const misfit = (book: Draft, event: JournalEvent): string | undefined => {
  if ((event.kind === 'adopted') !== (event.seq === 1)) return 'adopted';
  if (!('of' in event)) return undefined;
  return book.quarantined.some(({ seq }) => seq === event.of) ? undefined : 'of';
};

/** Puts what happened into its list. */
const enter = (book: Draft, event: JournalEvent): void => {
  if (event.kind === 'filled' || event.kind === 'recorded') book.fills.push(event);
  if (event.kind === 'recorded' || event.kind === 'dismissed')
    book.quarantined = book.quarantined.filter(({ seq }) => seq !== event.of);
  if (event.kind === 'quarantined') book.quarantined.push(event);
  if (event.kind === 'approved') book.approvals.push(event);
  if (event.kind === 'rejected') book.rejections.push(event);
};

/** Adds one event; says what does not fit where it cannot. */
const add = (book: Draft, { event, digest: own }: Link, digest: Digest): string | undefined => {
  const reason = misfit(book, event);
  if (reason !== undefined) return reason;
  if (changesDocument(event)) {
    const text = applyChange({ text: book.text, digest: book.textDigest }, event.document, digest);
    if (text === undefined) return 'document';
    [book.text, book.textDigest] = [text, event.document.after];
  }
  enter(book, event);
  book.events.push(event);
  book.digests.push(own);
  book.head = { seq: event.seq, digest: own };
  return undefined;
};

/** The book with further events, or the first of them that does not fit what stands before it. */
export const foldOn = (book: Book, links: readonly Link[], digest: Digest): Parsed<Book> => {
  const draft: Draft = {
    ...book,
    events: [...book.events],
    digests: [...book.digests],
    fills: [...book.fills],
    quarantined: [...book.quarantined],
    approvals: [...book.approvals],
    rejections: [...book.rejections],
  };
  for (const link of links) {
    const reason = add(draft, link, digest);
    if (reason !== undefined)
      return { issues: [fileFault('record-impossible', nameOf(link.event.seq), { [reason]: true })] };
  }
  return { value: draft, issues: [] };
};

/** The book of a whole chain. */
export const fold = (links: readonly Link[], digest: Digest): Parsed<Book> => foldOn(EMPTY_BOOK, links, digest);

/** The body of the document as the record had it after event `seq`. */
export const textAfter = (book: Book, seq: number): string => {
  if (seq >= book.head.seq) return book.text;
  const changes = book.events.slice(0, seq).filter(changesDocument);
  return changes.reduce((text, { document }) => applyEdits(text, document.edits) ?? text, '');
};
