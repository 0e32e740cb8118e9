// What has to hold for a record, whatever befell it.
import type { Book } from '../../src/journal/book.ts';
import { chainOf, entryOf, type Entry } from '../../src/journal/chain.ts';
import { fold } from '../../src/journal/fold.ts';
import { JOURNAL } from '../../src/journal/names.ts';
import { bytesOf, linesOf, textOf } from '../../src/journal/text.ts';
import { verifyRecord } from '../../src/journal/verify-record.ts';
import { DOCUMENT_FILE, HOME, type FakeDisk } from './fake-disk.ts';
import { fillLine, sha256 } from './fills.ts';

/** The lines that a person has written, and those that they have taken away again. */
export interface Notes {
  readonly wanted: ReadonlySet<string>;
  readonly unwanted: ReadonlySet<string>;
}

/** The text of the document; empty where there is none. */
export const documentOn = (disk: FakeDisk): string => textOf(disk.read(DOCUMENT_FILE) ?? bytesOf('')) ?? '';

const entriesOn = (disk: FakeDisk): readonly Entry[] =>
  disk
    .list(`${HOME}/${JOURNAL}`)
    .map((name) => entryOf(name, disk.read(`${HOME}/${JOURNAL}/${name}`) ?? bytesOf(''), sha256));

/** The book on a disk; undefined where the chain is broken. */
export const bookOn = (disk: FakeDisk): Book | undefined => {
  const { value: links } = chainOf(entriesOn(disk));
  return links && fold(links, sha256).value;
};

/** What may never be lost, not even for a moment: the chain, and what was acknowledged. */
export const lostOn = (disk: FakeDisk, acknowledged: ReadonlySet<string>): readonly string[] => {
  const book = bookOn(disk);
  if (book === undefined) return ['the chain is broken'];
  const ids = book.fills.map(({ fill }) => fill.id ?? '');
  return [
    ...[...acknowledged].filter((id) => !ids.includes(id)).map((id) => `${id} was acknowledged and is lost`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} is recorded twice`),
  ];
};

/** What has to hold once everything is quiet: also that the document says what the record says, and every note. */
export const wrongOn = (disk: FakeDisk, acknowledged: ReadonlySet<string>, notes: Notes): readonly string[] => {
  const bytes = disk.read(DOCUMENT_FILE);
  const faults = verifyRecord({ entries: entriesOn(disk), document: 'Portfolio.md', bytes }, sha256);
  const lines = linesOf(documentOn(disk)).map((line) => line.trimEnd());
  const count = (wanted: string): number => lines.filter((line) => line === wanted).length;
  const fills = bookOn(disk)?.fills ?? [];
  return [
    ...lostOn(disk, acknowledged),
    ...faults.filter(({ level }) => level !== 'note').map(({ code, place }) => `${place?.file ?? ''}: ${code}`),
    ...fills.filter(({ fill }) => count(fillLine(fill.id ?? '')) !== 1).map(({ seq }) => `event ${seq} not once`),
    ...(count(`Fills: ${fills.length}`) === 1 ? [] : ['the fills are counted wrongly']),
    ...[...notes.wanted].filter((note) => count(note) !== 1).map((note) => `${note} is lost`),
    ...[...notes.unwanted].filter((note) => count(note) > 0).map((note) => `${note} is back`),
  ];
};
