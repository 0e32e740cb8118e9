import type { JournalDisk, NewFile } from './disk.ts';

/** Does what may fail without harm: something else has failed already, or nothing depends on it. */
export const ifPossible = async (step: () => Promise<void>): Promise<void> => {
  try {
    await step();
  } catch {
    // The failure that matters is already on its way to the caller.
  }
};

const writeAll = async (file: NewFile, bytes: Uint8Array): Promise<void> => {
  let rest = bytes;
  while (rest.length > 0) {
    const taken = await file.write(rest);
    if (taken <= 0) throw Object.assign(new Error('the disk takes no more bytes'), { code: 'ENOSPC' });
    rest = rest.subarray(taken);
  }
};

/**
 * Writes a new file whole, safe from a power cut, and readable by whoever may read `like`. Where the disk does not take
 * all of it, the error comes out and the file is gone again, if the disk lets it go.
 */
export const writeNew = async (disk: JournalDisk, file: string, bytes: Uint8Array, like: string): Promise<void> => {
  const handle = await disk.create(file, like);
  try {
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } catch (error) {
      await ifPossible(handle.close);
      throw error;
    }
    await handle.close();
  } catch (error) {
    await ifPossible(() => disk.remove(file));
    throw error;
  }
};
