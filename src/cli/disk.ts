import {
  close,
  closeSync,
  fsync,
  link,
  mkdir,
  mkdtemp,
  open,
  openSync,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
  writeFileSync,
} from 'node:fs';
import { promisify } from 'node:util';

// The callback functions of node:fs as promises: loading node:fs/promises costs every start two milliseconds.

const openFile = promisify(open);
const syncFile = promisify(fsync);
const closeFile = promisify(close);

export const readBytes = promisify(readFile);
export const about = promisify(stat);
export const move = promisify(rename);
export const makeUnique = promisify(mkdtemp);
export const remove = promisify(rm);
const make = promisify(mkdir);
const write = promisify(writeFile);

/** Gives a file a second name, which must be free: the one step that can neither overwrite nor be half done. */
export const publishAs = promisify(link);

/** Makes a folder and those above it. */
export const makeFolder = async (folder: string): Promise<void> => {
  await make(folder, { recursive: true });
};

/** Makes what a folder holds survive a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await openFile(folder, 'r');
  try {
    await syncFile(handle);
  } finally {
    await closeFile(handle);
  }
};

/** Writes a file that does not exist yet, whole and safe from a power cut. */
export const writeNew = (file: string, text: string): Promise<void> => write(file, text, { flag: 'wx', flush: true });

/**
 * Writes files that do not exist yet, whole and safe from a power cut. Handing bytes to the system takes no time worth waiting for
 * elsewhere; making them safe does, and is asked for all files at once, so that the disk can do it in one go.
 */
export const writeAllNew = async (files: readonly (readonly [file: string, text: string])[]): Promise<void> => {
  const handles: number[] = [];
  try {
    for (const [file, text] of files) {
      const handle = openSync(file, 'wx');
      handles.push(handle);
      writeFileSync(handle, text);
    }
    const synced = await Promise.allSettled(handles.map((handle) => syncFile(handle)));
    for (const outcome of synced) if (outcome.status === 'rejected') throw outcome.reason;
  } finally {
    for (const handle of handles) closeSync(handle);
  }
};
