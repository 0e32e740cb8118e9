import { close, fchmod, fsync, link, mkdir, open, readdir, unlink, write } from 'node:fs';
import { promisify } from 'node:util';
import type { JournalDisk, NewFile } from '../journal/disk.ts';
import { about, move, readBytes, syncFolder } from './disk.ts';

const openFile = promisify(open);
const restrict = promisify(fchmod);
const writeFile = promisify(write);
const syncFile = promisify(fsync);
const closeFile = promisify(close);
const listFolder = promisify(readdir);
const make = promisify(mkdir);
const giveName = promisify(link);
const removeName = promisify(unlink);

const PERMISSIONS = 0o777;

/** The outcome of a call, or what a system's error that is to be expected means. */
const unless = async <T, E>(call: Promise<T>, codes: readonly string[], meaning: E): Promise<T | E> => {
  try {
    return await call;
  } catch (error) {
    if (codes.includes((error as NodeJS.ErrnoException).code ?? '')) return meaning;
    throw error;
  }
};

const newFile = (handle: number): NewFile => ({
  write: async (bytes) => (await writeFile(handle, bytes)).bytesWritten,
  sync: () => syncFile(handle),
  close: () => closeFile(handle),
});

const create = async (file: string, like: string): Promise<NewFile> => {
  const mode = (await about(like)).mode & PERMISSIONS;
  const handle = await openFile(file, 'wx', mode);
  await unless(restrict(handle, mode), ['EPERM'], undefined); // gives back what the umask took; some disks have no modes
  return newFile(handle);
};

/** The real disk under a record. */
export const JOURNAL_DISK: JournalDisk = {
  list: (folder) => unless(listFolder(folder), ['ENOENT'], []),
  read: (file) => unless(readBytes(file), ['ENOENT', 'EISDIR'], undefined),
  makeFolder: (folder) => unless(make(folder), ['EEXIST'], undefined),
  create,
  link: (file, name) =>
    unless(
      giveName(file, name).then(() => 'linked' as const),
      ['EEXIST'],
      'exists',
    ),
  rename: move,
  remove: removeName,
  syncFolder,
};
