import type { Issue } from '../model/issue.ts';
import { splitAnchor, withAnchor, type Anchor } from './anchor.ts';
import type { Book } from './book.ts';
import { fileFault } from './chain.ts';
import type { Digest } from './disk.ts';
import { textAfter } from './fold.ts';
import { nameOf } from './names.ts';
import { bytesOf } from './text.ts';

/** How the document on the disk stands to the record. */
export type DocumentState =
  /** There is no record yet, and the document knows of none. */
  | { readonly kind: 'unrecorded'; readonly body: string }
  /** The document is what the record says, anchor included. */
  | { readonly kind: 'in-order' }
  /** It is what the record said after event `since`, or only its anchor is not the last one's: to be written forward. */
  | { readonly kind: 'behind'; readonly since: number; readonly anchored: boolean }
  /**
   * Somebody changed it by hand. They had the text after event `since` before them; where the anchor is gone nobody can
   * tell, and the whole record is taken as known to them.
   */
  | { readonly kind: 'edited'; readonly since: number; readonly anchored: boolean; readonly body: string }
  /** The anchor speaks of a record that is not this one. */
  | { readonly kind: 'contradicted'; readonly issue: Issue };

const anchorFault = (book: Book, { seq, digest }: Anchor, document: string): Issue | undefined => {
  if (seq > book.head.seq) return fileFault('record-cut-short', nameOf(book.head.seq + 1), { document, stated: seq });
  const found = book.digests[seq - 1] ?? '';
  if (found === digest) return undefined;
  return fileFault('record-changed', nameOf(seq), { next: document, stated: digest, found });
};

/** The last event after which the document was this body. */
const eventWith = (book: Book, body: string, digest: Digest): number | undefined => {
  const after = digest(bytesOf(body));
  return book.events.findLast((event) => 'document' in event && event.document.after === after)?.seq;
};

/** Compares the document with the record. `document` is its name in messages. */
export const documentState = (book: Book, text: string, document: string, digest: Digest): DocumentState => {
  const { body, anchor } = splitAnchor(text);
  const issue = anchor && anchorFault(book, anchor, document);
  if (issue) return { kind: 'contradicted', issue };
  if (book.head.seq === 0) return { kind: 'unrecorded', body };
  if (text === withAnchor(book.text, book.head)) return { kind: 'in-order' };
  const anchored = anchor !== undefined;
  const since = anchor?.seq ?? eventWith(book, body, digest) ?? book.head.seq;
  return body === book.text || body === textAfter(book, since)
    ? { kind: 'behind', since, anchored }
    : { kind: 'edited', since, anchored, body };
};
