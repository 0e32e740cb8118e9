/** SHA-256 in hex; comes in as a function, because Node's modules stay in the shell. */
export type Digest = (bytes: Uint8Array) => string;

/** A file that is being written. */
export interface NewFile {
  /** Writes as much as the disk takes and says how many bytes that were; a short write is no error. */
  readonly write: (bytes: Uint8Array) => Promise<number>;
  /** Makes what was written survive a power cut. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * What the record asks of a disk: single calls, as the system has them, so that a test can fail or stop between any two.
 * Paths have forward slashes. Each call may reject with the system's error, whose `code` says ENOSPC, EIO and so on.
 */
export interface JournalDisk {
  /** The names in a folder, in any order; none where there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The bytes of a file; undefined where there is no such file. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
  /** Makes one folder; no error where it exists. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Makes a file that may not exist yet; whoever may read `like` may read it, and nobody else. */
  readonly create: (file: string, like: string) => Promise<NewFile>;
  /** Gives a file a second name, unless something has that name already. */
  readonly link: (file: string, name: string) => Promise<'linked' | 'exists'>;
  /** Gives a file another name; what had that name is replaced at once. */
  readonly rename: (file: string, name: string) => Promise<void>;
  readonly remove: (file: string) => Promise<void>;
  /** Makes the names in a folder survive a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>;
}
