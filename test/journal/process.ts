// A process of the simulation: code that waits, at every call to the disk, for the scheduler to let it go on.
import type { JournalDisk } from '../../src/journal/disk.ts';
import type { Dice } from './dice.ts';
import { failure, type FakeDisk } from './fake-disk.ts';

/** What may become of a call. */
export type Fate =
  | { readonly kind: 'done' }
  /** The disk refuses, having done nothing; or having done it all the same. */
  | { readonly kind: 'fails'; readonly code: string; readonly afterwards: boolean };

/** A call that waits for the scheduler. */
export interface Call {
  readonly name: keyof JournalDisk | 'write' | 'sync' | 'close';
  /** The file that it makes or changes, where it has a name. */
  readonly target: string;
  readonly run: () => void;
  readonly fail: (code: string, afterwards: boolean) => void;
}

/** The running code, seen from the scheduler. */
export interface Process {
  readonly disk: JournalDisk;
  readonly waiting: () => Call | undefined;
  /** Lets the call that waits happen so; then the code runs on to its next call. */
  readonly proceed: (fate: Fate) => void;
}

interface Doing<T> {
  readonly act: () => T;
  /** What happens when the disk fails without having done it. */
  readonly spoil?: () => void;
}

/** The same names in two parts: a listing is no snapshot, something may happen between them. */
const half = (names: readonly string[], odd: boolean): readonly string[] =>
  names.filter((name) => (name.charCodeAt(7) % 2 === 1) === odd);

/** A process on this disk. `dice` decide how much of a write the disk takes at once. */
export const processOn = (disk: FakeDisk, dice: Dice, shortWrites: number): Process => {
  let call: Call | undefined;
  const ask = <T>(name: Call['name'], target: string, { act, spoil }: Doing<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const run = (): void => {
        try {
          resolve(act());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const fail = (code: string, afterwards: boolean): void => {
        reject(failure(code));
        if (afterwards) run();
        else spoil?.();
      };
      call = { name, target, run, fail };
    });

  const taken = (bytes: Uint8Array): Uint8Array =>
    dice.happens(shortWrites) ? bytes.slice(0, 1 + dice.roll(bytes.length)) : bytes;

  return {
    waiting: () => call,
    proceed: (fate) => {
      const current = call;
      call = undefined;
      if (fate.kind === 'done') current?.run();
      else current?.fail(fate.code, fate.afterwards);
    },
    disk: {
      list: async (folder) => [
        ...(await ask('list', folder, { act: () => half(disk.list(folder), true) })),
        ...(await ask('list', folder, { act: () => half(disk.list(folder), false) })),
      ],
      read: (file) => ask('read', file, { act: () => disk.read(file) }),
      makeFolder: (folder) =>
        ask('makeFolder', folder, {
          act: () => {
            disk.makeFolder(folder);
          },
        }),
      create: async (file) => {
        const handle = await ask('create', file, { act: () => disk.create(file) });
        return {
          write: (bytes) => {
            const part = taken(bytes);
            const some = part.slice(0, part.length >> 1);
            const act = (): number => (disk.write(handle, part), part.length);
            return ask('write', file, {
              act,
              spoil: () => {
                disk.write(handle, some);
              },
            });
          },
          sync: () =>
            ask('sync', file, {
              act: () => {
                disk.sync(handle);
              },
              spoil: () => {
                disk.failSync(handle);
              },
            }),
          close: () => ask('close', file, { act: () => undefined }),
        };
      },
      link: (file, name) => ask('link', name, { act: () => disk.link(file, name) }),
      rename: (file, name) =>
        ask('rename', name, {
          act: () => {
            disk.rename(file, name);
          },
        }),
      remove: (file) =>
        ask('remove', file, {
          act: () => {
            disk.remove(file);
          },
        }),
      syncFolder: (folder) =>
        ask('syncFolder', folder, {
          act: () => {
            disk.syncFolder(folder);
          },
        }),
    },
  };
};
