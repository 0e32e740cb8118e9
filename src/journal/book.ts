import type { JournalEvent } from '../model/event.ts';
import { NO_HEAD, type Head } from './chain.ts';

/** The events of one kind. */
export type EventOf<Kind extends JournalEvent['kind']> = Extract<JournalEvent, { readonly kind: Kind }>;

/** An event that changes the document. */
export type DocumentEvent = EventOf<'adopted' | 'edited' | 'filled' | 'recorded'>;

/** Everything that the record says, worked out from its events. */
export interface Book {
  readonly events: readonly JournalEvent[];
  /** The digest of each event's bytes, in the same order. */
  readonly digests: readonly string[];
  readonly head: Head;
  /** The body of the document as the record has it; empty before the first event. */
  readonly text: string;
  /** Its digest. */
  readonly textDigest: string;
  /** The fills in the books, in the order in which they were recorded. */
  readonly fills: readonly EventOf<'filled' | 'recorded'>[];
  /** Fills that nobody has settled yet. */
  readonly quarantined: readonly EventOf<'quarantined'>[];
  readonly approvals: readonly EventOf<'approved'>[];
  readonly rejections: readonly EventOf<'rejected'>[];
}

/** SHA-256 of nothing. */
const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The book of a record without events. */
export const EMPTY_BOOK: Book = {
  events: [],
  digests: [],
  head: NO_HEAD,
  text: '',
  textDigest: NOTHING,
  fills: [],
  quarantined: [],
  approvals: [],
  rejections: [],
};
