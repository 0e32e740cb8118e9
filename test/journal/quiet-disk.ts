import type { Access } from '../../src/journal/access.ts';
import type { JournalDisk } from '../../src/journal/disk.ts';
import { HOME, type FakeDisk } from './fake-disk.ts';
import { sha256 } from './fills.ts';

/** The fake disk for tests in which nothing goes wrong. */
export const quietDisk = (disk: FakeDisk): JournalDisk => {
  const call = <T>(act: () => T): Promise<T> =>
    new Promise((resolve) => {
      resolve(act());
    });
  return {
    list: (folder) => call(() => disk.list(folder)),
    read: (file) => call(() => disk.read(file)),
    makeFolder: (folder) =>
      call(() => {
        disk.makeFolder(folder);
      }),
    create: (file) =>
      call(() => {
        const handle = disk.create(file);
        return {
          write: (bytes) => call(() => (disk.write(handle, bytes), bytes.length)),
          sync: () =>
            call(() => {
              disk.sync(handle);
            }),
          close: () => Promise.resolve(),
        };
      }),
    link: (file, name) => call(() => disk.link(file, name)),
    rename: (file, name) =>
      call(() => {
        disk.rename(file, name);
      }),
    remove: (file) =>
      call(() => {
        disk.remove(file);
      }),
    syncFolder: (folder) =>
      call(() => {
        disk.syncFolder(folder);
      }),
  };
};

export const AT = '2026-01-08T16:00:00-05:00';

/** One process's way to the record on this disk. */
export const accessTo = (disk: JournalDisk, name = 'test'): Access => {
  let names = 0;
  return {
    disk,
    digest: sha256,
    home: HOME,
    document: 'Portfolio.md',
    unique: () => `${name}-${(names += 1)}`,
    at: AT,
  };
};
