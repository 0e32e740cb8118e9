import path from 'node:path';
import type { Present } from '../steps/3a-check-decision.ts';
import { contentId } from './content-id.ts';
import { decidable } from './decidable.ts';
import { discoverConfig } from './discover.ts';
import { journalAccess } from './journal-access.ts';
import { loadConfig } from './load-config.ts';
import type { OpenPlan } from './open-plan.ts';
import { readInput, type Input } from './read-input.ts';
import { readRecord } from './read-record.ts';
import { Unusable, type Shell } from './shell.ts';

const ROLES: ReadonlySet<string> = new Set(['portfolio', 'market', 'sectors', 'stock', 'config']);

const isRole = (role: string): role is Input['role'] => ROLES.has(role);

/** One input as it is now; nothing where it is gone. */
const inputNow = async (shell: Shell, role: string, file: string, home: string): Promise<readonly Input[]> => {
  if (!isRole(role) || role === 'config') return [];
  try {
    return [await readInput(shell, role, path.join(home, file), home)];
  } catch (error) {
    if (error instanceof Unusable) return [];
    throw error;
  }
};

/** The config that is in force now, where the plan's was found. */
const configNow = async (shell: Shell, plan: OpenPlan, home: string): Promise<string> => {
  const recorded = plan.inputs.config?.path;
  const named = recorded === undefined ? discoverConfig(home) : path.join(home, recorded);
  try {
    return (await loadConfig(shell, named, home)).sha256;
  } catch (error) {
    if (error instanceof Unusable) return '';
    throw error;
  }
};

/**
 * The digest of the portfolio as the plan knew it, where all that became of it since are fills of that plan: these follow from
 * the plan and change nothing of what was to be decided.
 */
const beforeOwnFills = async (plan: OpenPlan): Promise<string | undefined> => {
  const known = decidable(plan).inputs.find(({ role }) => role === 'portfolio')?.sha256;
  const { book, state } = await readRecord(journalAccess(plan.portfolio, plan.inputs.now));
  const from = book.events.findIndex((event) => 'document' in event && event.document.after === known);
  const since = from < 0 || state?.kind !== 'in-order' ? undefined : book.events.slice(from + 1);
  const isOwn = since?.every((event) => !('document' in event) || ('fill' in event && event.fill.plan === plan.id));
  return isOwn === true ? known : undefined;
};

/** The files of a plan as they are at present, for a decision on it. */
export const presentOf = async (shell: Shell, plan: OpenPlan): Promise<Present> => {
  const home = path.dirname(plan.portfolio);
  const own = await beforeOwnFills(plan);
  const inputs: Input[] = [];
  for (const { role, path: file } of decidable(plan).inputs) {
    const given = role === 'portfolio' ? path.basename(plan.portfolio) : file;
    for (const input of await inputNow(shell, role, given, home)) inputs.push({ ...input, file });
  }
  return {
    contentId: contentId(plan.json),
    planSha256: plan.sha256,
    inputs: inputs.map(({ role, file, sha256 }) => ({
      role,
      path: file,
      sha256: role === 'portfolio' ? (own ?? sha256) : sha256,
    })),
    configSha256: await configNow(shell, plan, home),
  };
};
