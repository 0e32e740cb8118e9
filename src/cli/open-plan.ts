import path from 'node:path';
import type { PlanInputs } from '../model/plan-inputs.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { readPlanInputs } from '../parse/read-plan-inputs.ts';
import { contentId } from './content-id.ts';
import { sha256 } from './digest.ts';
import { readBytes } from './disk.ts';
import { findPlan } from './find-plan.ts';
import type { LoadedConfig } from './load-config.ts';
import { remake, type Remade } from './remake.ts';
import { Unusable, type Shell } from './shell.ts';
import { Stale } from './stale.ts';

/** A plan from its folder, with everything that was known when it was made. */
export interface OpenPlan {
  readonly id: string;
  readonly folder: string;
  /** The portfolio that it is for. */
  readonly portfolio: string;
  readonly inputs: PlanInputs;
  readonly recommendation: Recommendation;
  readonly request: Remade['request'];
  readonly config: LoadedConfig;
  /** Its plan.json, as it lies in the folder. */
  readonly json: string;
  readonly sha256: string;
}

/** The portfolio beside the plans/ folder in which a plan lies, else that of the working folder. */
const portfolioOf = (shell: Shell, folder: string, { files }: PlanInputs, named: string | undefined): string => {
  if (named !== undefined) return path.resolve(shell.cwd, named);
  const name = files.find(({ role }) => role === 'portfolio')?.path ?? 'Portfolio.md';
  const plans = path.dirname(folder);
  return path.resolve(path.basename(plans) === 'plans' ? path.dirname(plans) : shell.cwd, name);
};

const textIn = async (folder: string, name: string, id: string): Promise<string> => {
  try {
    return (await readBytes(path.join(folder, name))).toString('utf8');
  } catch {
    throw new Stale({ code: 'plan-file-missing', level: 'unusable', detail: { plan: id, path: name } });
  }
};

/** What the plan's record says it was made from. */
const inputsOf = (text: string, label: string): PlanInputs => {
  const { value, issues } = readPlanInputs(text, label);
  if (value === undefined) throw new Stale(...issues);
  return value;
};

/** Refuses a plan whose files are not what its inputs give: nobody should book against it or approve it. */
const refuseChanged = (id: string, json: string, remade: Remade): void => {
  const own = contentId(json);
  if (own === id && remade.as(id).files.get('plan.json') === json) return;
  throw new Stale({ code: 'plan-changed', level: 'unusable', detail: { plan: id } });
};

/** Opens the plan that a person names by its folder or id. `portfolio` is the document that they name, if they do. */
export const openPlan = async (shell: Shell, given: string, portfolio: string | undefined): Promise<OpenPlan> => {
  const folder = findPlan(shell, given, portfolio);
  const name = path.basename(folder);
  const json = await textIn(folder, 'plan.json', name);
  const inputs = inputsOf(await textIn(folder, 'inputs.json', name), `${name}/inputs.json`);
  const remade = await remake(inputs);
  if ('kind' in remade) throw new Unusable(...remade.issues);
  refuseChanged(inputs.planId, json, remade);
  const { recommendation, config, request } = remade;
  return {
    id: inputs.planId,
    folder,
    portfolio: portfolioOf(shell, folder, inputs, portfolio),
    inputs,
    recommendation,
    request,
    config,
    json,
    sha256: sha256(json),
  };
};
