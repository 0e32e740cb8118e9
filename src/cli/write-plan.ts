import { existsSync, lstatSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { syncFolder, writeAllNew } from './disk.ts';
import { Unusable } from './shell.ts';

const refuseLink = (target: string): void => {
  const about = lstatSync(target, { throwIfNoEntry: false });
  if (about?.isSymbolicLink() === true) {
    throw new Unusable({ code: 'output-is-a-link', level: 'unusable', detail: { path: path.basename(target) } });
  }
};

/**
 * Writes all files of a plan into `<folder>/<name>/`, so that after a crash there is the whole folder or none of it:
 * into a new folder beside it first, then renamed. Where the plan already exists its files are replaced one by one.
 * A symbolic link in an output's place is refused.
 */
export const writePlan = async (folder: string, name: string, files: ReadonlyMap<string, string>): Promise<string> => {
  refuseLink(folder);
  mkdirSync(folder, { recursive: true });
  const target = path.join(folder, name);
  refuseLink(target);
  for (const file of files.keys()) refuseLink(path.join(target, file));
  const staging = mkdtempSync(path.join(folder, '.writing-'));
  try {
    await writeAllNew([...files].map(([file, text]) => [path.join(staging, path.basename(file)), text]));
    await syncFolder(staging);
    if (existsSync(target)) {
      for (const file of files.keys()) renameSync(path.join(staging, file), path.join(target, file));
      await syncFolder(target);
      rmSync(staging, { recursive: true, force: true });
    } else renameSync(staging, target);
    await syncFolder(folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
  return target;
};
