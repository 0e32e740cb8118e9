import type { JournalEvent } from '../model/event.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Digest } from './disk.ts';
import { readEvent } from './event-text.ts';
import { isHidden, JOURNAL, nameOf, seqOf } from './names.ts';
import { textOf } from './text.ts';

/** One file of the record: the digest of its bytes, and what it says where po wrote it. */
export interface Entry {
  readonly name: string;
  readonly digest: string;
  readonly event?: JournalEvent;
}

/** The last event of a record; number 0 before the first one. */
export interface Head {
  readonly seq: number;
  readonly digest: string;
}

/** An event with the digest of its bytes. */
export interface Link {
  readonly event: JournalEvent;
  readonly digest: string;
}

/** What the first event continues. */
export const NO_HEAD: Head = { seq: 0, digest: '0'.repeat(64) };

/** Reads one file of the record. */
export const entryOf = (name: string, bytes: Uint8Array, digest: Digest): Entry => {
  const text = seqOf(name) === undefined ? undefined : textOf(bytes);
  const event = text === undefined ? undefined : readEvent(text);
  return { name, digest: digest(bytes), ...(event && { event }) };
};

/** Something wrong with one file of the record, named by its path from the document's folder. */
export const fileFault = (code: string, name: string, detail: Issue['detail'] = {}): Issue => {
  const file = `${JOURNAL}/${name}`;
  return { code, level: 'block', detail: { file, ...detail }, place: { file, line: 1, column: 1 } };
};

const previousFault = (event: JournalEvent, before: Head): readonly Issue[] => {
  if (event.previous === before.digest) return [];
  const [next, stated] = [nameOf(event.seq), event.previous];
  return before.seq === 0
    ? [fileFault('record-first-continues', next, { stated })]
    : [fileFault('record-changed', nameOf(before.seq), { next, stated, found: before.digest })];
};

/** What is wrong with one file, and with the one before it as far as this one tells. */
const faultsAt = (seq: number, entry: Entry, before: Head): readonly Issue[] => {
  if (entry.event === undefined) return [fileFault('record-unreadable', entry.name)];
  if (entry.event.seq !== seq) return [fileFault('record-misnumbered', entry.name, { stated: entry.event.seq })];
  if (seq === before.seq + 1) return previousFault(entry.event, before);
  return [fileFault('record-missing', nameOf(before.seq + 1), { next: entry.name })];
};

/** Files that have no business in the folder; a copy of an event, say, which some other device may have written. */
const strays = (entries: readonly Entry[]): readonly Issue[] =>
  entries
    .filter(({ name }) => seqOf(name) === undefined && !isHidden(name))
    .map(({ name }) => fileFault('record-stray', name));

/**
 * The events after `from`, each continuing the one before it; or everything that breaks the chain, each fault with its
 * file. Hidden files are passed over: what a stopped process left before it published it, and what systems put into folders.
 */
export const chainOf = (entries: readonly Entry[], from: Head = NO_HEAD): Parsed<readonly Link[]> => {
  const issues = [...strays(entries)];
  const links: Link[] = [];
  let before = from;
  for (const [seq, entry] of inOrder(entries)) {
    if (seq <= from.seq) continue;
    issues.push(...faultsAt(seq, entry, before));
    if (entry.event) links.push({ event: entry.event, digest: entry.digest });
    before = { seq, digest: entry.digest };
  }
  return issues.length === 0 ? { value: links, issues } : { issues };
};

const inOrder = (entries: readonly Entry[]): readonly (readonly [seq: number, entry: Entry])[] =>
  entries
    .flatMap((entry) => {
      const seq = seqOf(entry.name);
      return seq === undefined ? [] : [[seq, entry] as const];
    })
    .sort(([a], [b]) => a - b);
