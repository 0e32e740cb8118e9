import type { Digest, JournalDisk } from './disk.ts';

/** One process's way to a record: the disk, where the document lies, and what only the shell can know. */
export interface Access {
  readonly disk: JournalDisk;
  readonly digest: Digest;
  /** The folder of the document; the record lies in `plans/journal` below it. */
  readonly home: string;
  /** The document's name in that folder. */
  readonly document: string;
  /** A text that no other process and no other call ever gets; it becomes part of a file name. */
  readonly unique: () => string;
  /** The stated time, ISO with offset: what events are dated with. */
  readonly at: string;
}
