import type { Access } from './access.ts';
import { unpublished } from './names.ts';
import { bytesOf } from './text.ts';
import { ifPossible, writeNew } from './write-new.ts';

const isSame = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  a.length === b?.length && a.every((byte, index) => byte === b[index]);

/**
 * Writes the document anew, whole or not at all, unless it is no longer what was `seen`; says whether it did. Between
 * that last look and the renaming lies nothing; a person who saves just there is overwritten, since no system renames on
 * a condition.
 */
export const replaceDocument = async (access: Access, seen: Uint8Array, text: string): Promise<boolean> => {
  const { disk, home } = access;
  const document = `${home}/${access.document}`;
  const written = `${home}/${unpublished(access.unique())}`;
  await writeNew(disk, written, bytesOf(text), document);
  try {
    if (!isSame(seen, await disk.read(document))) {
      await disk.remove(written);
      return false;
    }
    await disk.rename(written, document);
  } catch (error) {
    await ifPossible(() => disk.remove(written));
    throw error;
  }
  await disk.syncFolder(home);
  return true;
};
