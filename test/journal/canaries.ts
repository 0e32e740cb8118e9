// Mistakes that people make with files, planted under the protocol one at a time; the simulator must notice each.
import { DOCUMENT_FILE } from './fake-disk.ts';
import type { Canary } from './life.ts';

const isEvent = (name: string): boolean => /\/\d{8}\.json$/.test(name);

/** Folders are never made safe. */
const noFolderSync: Canary = (disk) => ({ ...disk, syncFolder: () => Promise.resolve() });

/** Files are never made safe. */
const noFileSync: Canary = (disk) => ({
  ...disk,
  create: async (file, like) => ({ ...(await disk.create(file, like)), sync: () => Promise.resolve() }),
});

/** What others published last is built on, although it may not survive a power cut. */
const onlyOwnEventsAreSafe: Canary = (disk) => {
  let hasLinked = false;
  return {
    ...disk,
    link: async (file, name) => {
      hasLinked = true;
      return disk.link(file, name);
    },
    syncFolder: (folder) => (hasLinked || !folder.endsWith('/journal') ? disk.syncFolder(folder) : Promise.resolve()),
  };
};

/** An event is published by a renaming, which takes the number from whoever has it. */
const renameInsteadOfLink: Canary = (disk) => ({
  ...disk,
  link: async (file, name) => {
    await disk.rename(file, name);
    return 'linked';
  },
});

/** First looks whether the number is free, then renames. */
const lookThenRename: Canary = (disk) => ({
  ...disk,
  link: async (file, name) => {
    if ((await disk.read(name)) !== undefined) return 'exists';
    await disk.rename(file, name);
    return 'linked';
  },
});

/** That somebody was faster is not noticed. */
const takenIsTakenForDone: Canary = (disk) => ({
  ...disk,
  link: async (file, name) => {
    await disk.link(file, name);
    return 'linked';
  },
});

/** The person is told before the folder is safe. */
const acknowledgedTooEarly: Canary = (disk, acknowledge) => ({
  ...disk,
  link: async (file, name) => {
    const outcome = await disk.link(file, name);
    if (outcome === 'linked') acknowledge();
    return outcome;
  },
});

/** A short write is taken for a whole one. */
const shortWritesPass: Canary = (disk) => ({
  ...disk,
  create: async (file, like) => {
    const handle = await disk.create(file, like);
    return { ...handle, write: async (bytes) => (await handle.write(bytes), bytes.length) };
  },
});

/** A full disk is not noticed. */
const errorsOfWritesPass: Canary = (disk) => ({
  ...disk,
  create: async (file, like) => {
    const handle = await disk.create(file, like);
    return { ...handle, write: (bytes) => handle.write(bytes).catch(() => bytes.length) };
  },
});

/** The document is not looked at again before it is replaced. */
const noSecondLook: Canary = (disk) => {
  let seen: { readonly bytes: Uint8Array | undefined } | undefined;
  return {
    ...disk,
    list: (folder) => {
      seen = undefined;
      return disk.list(folder);
    },
    read: async (file) =>
      file === DOCUMENT_FILE ? (seen ??= { bytes: await disk.read(file) }).bytes : disk.read(file),
  };
};

/** The old document is removed before the new one gets its name. */
const removedThenRenamed: Canary = (disk) => ({
  ...disk,
  rename: async (file, name) => {
    await disk.remove(name);
    await disk.rename(file, name);
  },
});

/** A listing is believed to be complete. */
const listingIsBelieved: Canary = (disk) => {
  let listed: readonly string[] = [];
  return {
    ...disk,
    list: async (folder) => (listed = await disk.list(folder)),
    read: (file) =>
      isEvent(file) && !listed.includes(file.slice(file.lastIndexOf('/') + 1))
        ? Promise.resolve(undefined)
        : disk.read(file),
  };
};

export const CANARIES: Readonly<Record<string, Canary>> = {
  noFolderSync,
  noFileSync,
  onlyOwnEventsAreSafe,
  renameInsteadOfLink,
  lookThenRename,
  takenIsTakenForDone,
  acknowledgedTooEarly,
  shortWritesPass,
  errorsOfWritesPass,
  noSecondLook,
  removedThenRenamed,
  listingIsBelieved,
};
