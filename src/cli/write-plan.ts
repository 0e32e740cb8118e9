import { constants, existsSync, lstatSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Unusable } from './shell.ts';

const refuseLink = (target: string): void => {
  const about = lstatSync(target, { throwIfNoEntry: false });
  if (about?.isSymbolicLink() === true) {
    throw new Unusable({ code: 'output-is-a-link', level: 'unusable', detail: { path: path.basename(target) } });
  }
};

/** Makes what a folder or file holds survive a power cut. */
const sync = async (target: string): Promise<void> => {
  const handle = await open(target, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const writeNew = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes all files of a plan into `<folder>/<name>/`, so that after a crash there is the whole folder or none of it:
 * into a new folder beside it first, then renamed. Where the plan already exists its files are replaced one by one.
 * A symbolic link in an output's place is refused.
 */
export const writePlan = async (folder: string, name: string, files: ReadonlyMap<string, string>): Promise<string> => {
  refuseLink(folder);
  await mkdir(folder, { recursive: true });
  const target = path.join(folder, name);
  refuseLink(target);
  for (const file of files.keys()) refuseLink(path.join(target, file));
  const staging = await mkdtemp(path.join(folder, '.writing-'));
  try {
    await Promise.all([...files].map(([file, text]) => writeNew(path.join(staging, path.basename(file)), text)));
    await sync(staging);
    if (existsSync(target)) {
      for (const file of files.keys()) await rename(path.join(staging, file), path.join(target, file));
      await sync(target);
    } else await rename(staging, target);
    await sync(folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return target;
};
