import type { Fill, ReportedFill } from './fill.ts';

/** Lines that were replaced: `removed` stood from line `line` (counted from 1) on, `added` stands there now. */
export interface LineEdit {
  readonly line: number;
  /** Each with its own line end, so that every byte is kept. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How Portfolio.md changed: the digests (SHA-256, hex) of its text before and after, and the lines, from top to bottom. */
export interface DocumentChange {
  readonly before: string;
  readonly after: string;
  /** Line numbers count in the text before. */
  readonly edits: readonly LineEdit[];
}

/** One breach that an approver excepts. */
export interface Excepted {
  readonly code: string;
  readonly subject: string;
}

/** What happened. `document` says how Portfolio.md changed with it. */
export type Happening =
  /** The document as it was when the record began; its change is from the empty text. */
  | { readonly kind: 'adopted'; readonly document: DocumentChange }
  /** Somebody changed the document by hand. */
  | { readonly kind: 'edited'; readonly document: DocumentChange }
  | { readonly kind: 'filled'; readonly fill: Fill; readonly document: DocumentChange }
  /** A reported fill that fits no order; nothing is changed until a person settles it. */
  | {
      readonly kind: 'quarantined';
      readonly plan: string;
      readonly reported: ReportedFill;
      readonly reason: string;
      readonly detail: Readonly<Record<string, string | number | boolean>>;
    }
  /** What became of event `of`, a quarantined fill: recorded after all, or dismissed. */
  | {
      readonly kind: 'recorded';
      readonly of: number;
      readonly reason: string;
      readonly fill: Fill;
      readonly document: DocumentChange;
    }
  | { readonly kind: 'dismissed'; readonly of: number; readonly reason: string }
  /** A named person excepts the breaches of one plan until a moment (ISO). `planSha256` is the digest of its plan.json. */
  | {
      readonly kind: 'approved';
      readonly plan: string;
      readonly planSha256: string;
      readonly by: string;
      readonly reason: string;
      readonly excepted: readonly Excepted[];
      readonly until: string;
    }
  | { readonly kind: 'rejected'; readonly plan: string; readonly by: string; readonly reason: string };

/** One entry of the journal. */
export type JournalEvent = Happening & {
  /** Its number, from 1. */
  readonly seq: number;
  /** SHA-256 (hex) of the bytes of the entry before it; 64 zeros for the first. */
  readonly previous: string;
  /** The stated time, ISO with offset. */
  readonly at: string;
};
