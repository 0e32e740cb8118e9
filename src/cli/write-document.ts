import path from 'node:path';
import { makeFolder, makeUnique, publishAs, remove, syncFolder, writeNew } from './disk.ts';
import { Unusable } from './shell.ts';

/**
 * Writes a document under a name that is free: whole, or after a crash not at all. A name that is taken, be it by a link,
 * is refused; nothing is ever overwritten.
 */
export const writeDocument = async (file: string, text: string, shown: string): Promise<void> => {
  const folder = path.dirname(file);
  await makeFolder(folder);
  const staging = await makeUnique(path.join(folder, '.writing-'));
  try {
    const written = path.join(staging, 'document');
    await writeNew(written, text);
    await publishAs(written, file);
    await syncFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Unusable({ code: 'document-exists', level: 'unusable', detail: { path: shown } });
  } finally {
    await remove(staging, { recursive: true, force: true });
  }
};
