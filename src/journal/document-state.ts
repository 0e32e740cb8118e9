import type { Issue } from '../model/issue.ts';
import { splitAnchor, withAnchor, type Anchor } from '../model/anchor.ts';
import type { Book } from './book.ts';
import { fileFault } from './chain.ts';
import { textAfter } from './fold.ts';
import { nameOf } from './names.ts';

/** How the document on the disk stands to the record. */
export type DocumentState =
  /** There is no record yet, and the document knows of none. */
  | { readonly kind: 'unrecorded'; readonly body: string }
  /** The document is what the record says, anchor included. */
  | { readonly kind: 'in-order' }
  /**
   * It is what the record said after event `since`, and only fills came after; or only its anchor is not the last one's:
   * to be written forward. (Had an edit by hand come after, somebody may have taken it back.)
   */
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

/** Compares the document with the record. `document` is its name in messages. */
export const documentState = (book: Book, text: string, document: string): DocumentState => {
  const { body, anchor } = splitAnchor(text);
  const issue = anchor && anchorFault(book, anchor, document);
  if (issue) return { kind: 'contradicted', issue };
  if (book.head.seq === 0) return { kind: 'unrecorded', body };
  if (text === withAnchor(book.text, book.head)) return { kind: 'in-order' };
  const anchored = anchor !== undefined;
  const since = anchor?.seq ?? book.head.seq;
  const isForward =
    body === book.text ||
    (body === textAfter(book, since) && book.events.slice(since).every(({ kind }) => kind !== 'edited'));
  return isForward ? { kind: 'behind', since, anchored } : { kind: 'edited', since, anchored, body };
};
