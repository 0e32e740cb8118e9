import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { nearestName } from '../model/nearest-name.ts';
import { Unusable, type Shell } from './shell.ts';

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;

/** The folders that a person may mean. */
const foldersOf = (shell: Shell, given: string, portfolio?: string): readonly string[] => {
  const isName = path.basename(given) === given && given !== '';
  const homes = [...(portfolio === undefined ? [] : [path.dirname(path.resolve(shell.cwd, portfolio))]), shell.cwd];
  return [path.resolve(shell.cwd, given), ...(isName ? homes.map((home) => path.join(home, 'plans', given)) : [])];
};

/** Whether a word is the name of a plan. */
export const isPlan = (shell: Shell, given: string, portfolio: string | undefined): boolean =>
  given !== '' && foldersOf(shell, given, portfolio).some((folder) => existsSync(path.join(folder, 'plan.json')));

/** The plan folder that a person means: a folder by its path, or the id of a plan beside the portfolio or below ./plans. */
export const findPlan = (shell: Shell, given: string, portfolio?: string): string => {
  const plans = path.join(shell.cwd, 'plans');
  const found = foldersOf(shell, given, portfolio).find(isFolder);
  if (found !== undefined) return found;
  const known = isFolder(plans) ? readdirSync(plans).filter((name) => isFolder(path.join(plans, name))) : [];
  const meant = nearestName(given, known) ?? '';
  throw new Unusable({ code: 'plan-not-found', level: 'unusable', detail: { given, meant, any: known.length > 0 } });
};
