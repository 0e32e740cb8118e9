import type { Happening, JournalEvent } from '../model/event.ts';
import type { Access } from './access.ts';
import type { Book } from './book.ts';
import { printEvent, readEvent } from './event-text.ts';
import { foldOn } from './fold.ts';
import { JOURNAL, nameOf, unpublished } from './names.ts';
import { bytesOf } from './text.ts';
import { ifPossible, writeNew } from './write-new.ts';

/** An event that is in the record and safe, and the book with it. */
export interface Published {
  readonly book: Book;
  readonly event: JournalEvent;
}

/** Makes the folders of the record, safe from a power cut, before the first event goes into them. */
const makeFolders = async ({ disk, home }: Access): Promise<void> => {
  const plans = `${home}/${JOURNAL.slice(0, JOURNAL.lastIndexOf('/'))}`;
  await disk.makeFolder(plans);
  await disk.makeFolder(`${home}/${JOURNAL}`);
  await disk.syncFolder(plans);
  await disk.syncFolder(home);
};

/** What the file will say; a happening that could not be read back, or does not fit the book, is a bug. */
const prepared = ({ digest }: Access, book: Book, event: JournalEvent) => {
  const text = printEvent(event);
  const bytes = bytesOf(text);
  const { value, issues } = foldOn(book, [{ event, digest: digest(bytes) }], digest);
  if (value === undefined) throw new Error(`event does not fit: ${JSON.stringify(issues)}`);
  if (readEvent(text) === undefined) throw new Error(`event cannot be read back: ${text}`);
  return { bytes, book: value };
};

/**
 * Publishes what happened as the event after the book's last one. Undefined where somebody else was faster: then nothing
 * is changed, and what happened has to be judged again by the longer record. When this returns an event, it has survived
 * a power cut that comes after. When the disk fails after the event has got its name, the error comes out although the
 * event may be in the record: whoever reads it next makes it safe.
 */
export const publish = async (access: Access, book: Book, happening: Happening): Promise<Published | undefined> => {
  const { disk, home, at } = access;
  const event: JournalEvent = { ...happening, seq: book.head.seq + 1, previous: book.head.digest, at };
  const { bytes, book: longer } = prepared(access, book, event);
  const folder = `${home}/${JOURNAL}`;
  const written = `${folder}/${unpublished(access.unique())}`;
  if (event.seq === 1) await makeFolders(access);
  await writeNew(disk, written, bytes, `${home}/${access.document}`);
  try {
    if ((await disk.link(written, `${folder}/${nameOf(event.seq)}`)) === 'exists') return undefined;
    await disk.syncFolder(folder);
    return { book: longer, event };
  } finally {
    await ifPossible(() => disk.remove(written));
  }
};
