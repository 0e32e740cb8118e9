import type { Issue } from '../model/issue.ts';
import type { Book } from './book.ts';
import { chainOf, fileFault, type Entry } from './chain.ts';
import type { Digest } from './disk.ts';
import { documentState } from './document-state.ts';
import { fold } from './fold.ts';
import { isHidden, isLeftover } from './names.ts';
import { textOf } from './text.ts';

/** Everything that a record consists of, as it was found. */
export interface FoundRecord {
  readonly entries: readonly Entry[];
  /** The document's name, and its bytes where it exists. */
  readonly document: string;
  readonly bytes: Uint8Array | undefined;
}

const documentFaults = (book: Book, { document, bytes }: FoundRecord): readonly Issue[] => {
  const fault = (code: string, detail: Issue['detail'] = {}): readonly Issue[] => [
    { code, level: 'block', detail: { path: document, ...detail }, place: { file: document, line: 1, column: 1 } },
  ];
  if (bytes === undefined) return fault('file-missing');
  const text = textOf(bytes);
  if (text === undefined) return fault('file-not-text');
  const state = documentState(book, text, document);
  if (state.kind === 'contradicted') return [state.issue];
  if (state.kind === 'in-order' || state.kind === 'unrecorded') return [];
  if (!state.anchored) return fault('anchor-missing', { ...book.head, changed: state.kind === 'edited' });
  return fault(state.kind === 'edited' ? 'document-edited' : 'document-behind', {
    since: state.since,
    head: book.head.seq,
  });
};

/**
 * Everything that is wrong with a record, each fault with its file: a file that was changed, cut, exchanged, removed or
 * added, and a document that does not say what the record says. Files that a stopped process left are notes.
 */
export const verifyRecord = (found: FoundRecord, digest: Digest): readonly Issue[] => {
  const hidden = found.entries
    .filter(({ name }) => isHidden(name))
    .map(({ name }): Issue =>
      isLeftover(name) ? { ...fileFault('record-leftover', name), level: 'note' } : fileFault('record-stray', name),
    );
  const { value: links, issues: broken } = chainOf(found.entries);
  if (links === undefined) return [...broken, ...hidden];
  const { value: book, issues: impossible } = fold(links, digest);
  if (book === undefined) return [...impossible, ...hidden];
  return [...documentFaults(book, found), ...hidden];
};
