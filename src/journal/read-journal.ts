import type { Parsed } from '../model/issue.ts';
import type { Access } from './access.ts';
import { EMPTY_BOOK, type Book } from './book.ts';
import { chainOf, entryOf, type Entry } from './chain.ts';
import { foldOn } from './fold.ts';
import { JOURNAL, nameOf, seqOf } from './names.ts';

type Reader = Pick<Access, 'disk' | 'digest' | 'home'>;

const readEntry = async ({ disk, digest, home }: Reader, name: string): Promise<Entry | undefined> => {
  const bytes = await disk.read(`${home}/${JOURNAL}/${name}`);
  return bytes && entryOf(name, bytes, digest);
};

/**
 * The files of the record after number `from`, and everything else in its folder. A listing is no snapshot: it may show
 * a later event without an earlier one that came while it was made. So events are read upward by number until there is
 * none, and only what was listed beyond that is really behind a gap.
 */
export const readEntries = async (reader: Reader, from = 0): Promise<readonly Entry[]> => {
  const listed = await reader.disk.list(`${reader.home}/${JOURNAL}`);
  const entries: Entry[] = [];
  let next = from + 1;
  for (let entry = await readEntry(reader, nameOf(next)); entry; entry = await readEntry(reader, nameOf(next))) {
    entries.push(entry);
    next += 1;
  }
  for (const name of listed) {
    const seq = seqOf(name);
    if (seq !== undefined && seq < next) continue;
    const entry = seq === undefined ? { name, digest: '' } : await readEntry(reader, name);
    entries.push(entry ?? { name, digest: '' });
  }
  return entries;
};

/** What the record says, to look at. `known` is what was read of it before. */
export const readJournal = async (reader: Reader, known: Book = EMPTY_BOOK): Promise<Parsed<Book>> => {
  const { value: links, issues } = chainOf(await readEntries(reader, known.head.seq), known.head);
  return links === undefined ? { issues } : foldOn(known, links, reader.digest);
};

/**
 * What the record says, to build on. Whoever published the last events may have been stopped before they were safe from a
 * power cut, so that is made up for before anything follows from them.
 */
export const openJournal = async (reader: Reader, known: Book = EMPTY_BOOK): Promise<Parsed<Book>> => {
  const reading = await readJournal(reader, known);
  if (reading.value !== undefined && reading.value.head.seq > known.head.seq)
    await reader.disk.syncFolder(`${reader.home}/${JOURNAL}`);
  return reading;
};
