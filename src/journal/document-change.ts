import type { DocumentChange } from '../model/event.ts';
import type { Digest } from './disk.ts';
import { applyEdits, diffLines } from './line-edits.ts';
import { bytesOf } from './text.ts';

/** How the body of the document changed: its digests before and after, and the lines. */
export const changeBetween = (before: string, after: string, digest: Digest): DocumentChange => ({
  before: digest(bytesOf(before)),
  after: digest(bytesOf(after)),
  edits: diffLines(before, after),
});

/** The body after a recorded change; undefined where the change does not fit the body or its own digests. */
export const applyChange = (
  body: { readonly text: string; readonly digest: string },
  change: DocumentChange,
  digest: Digest,
): string | undefined => {
  const after = change.before === body.digest ? applyEdits(body.text, change.edits) : undefined;
  return after !== undefined && digest(bytesOf(after)) === change.after ? after : undefined;
};
