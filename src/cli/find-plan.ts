import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearestName } from '../model/nearest-name.ts';
import { Unusable, type Shell } from './shell.ts';

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** The plan folder that a person means: a folder by its path, or the id of a plan below ./plans. */
export const findPlan = (shell: Shell, given: string): string => {
  const plans = path.join(shell.cwd, 'plans');
  const isName = path.basename(given) === given;
  const found = [path.resolve(shell.cwd, given), ...(isName ? [path.join(plans, given)] : [])].find(isFolder);
  if (found !== undefined) return found;
  const known = isFolder(plans) ? readdirSync(plans).filter((name) => isFolder(path.join(plans, name))) : [];
  const meant = nearestName(given, known) ?? '';
  throw new Unusable({ code: 'plan-not-found', level: 'unusable', detail: { given, meant, any: known.length > 0 } });
};
