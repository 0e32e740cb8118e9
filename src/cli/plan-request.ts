import type { PlanInputs } from '../model/plan-inputs.ts';
import type { Request } from '../steps/read-sources.ts';
import { sha256 } from './digest.ts';
import { listedSectors } from './listed-sectors.ts';
import { configOf, withObjective, type LoadedConfig } from './load-config.ts';
import type { Input } from './read-input.ts';

/** A file of a plan's record as it was read when the plan was made. */
export const inputOf = (
  role: Input['role'],
  { path, text }: { readonly path: string; readonly text: string },
): Input => ({ role, file: path, text, sha256: sha256(text) });

/** The limits under which a plan was made. */
export const recordedConfig = async ({ config, objective }: PlanInputs): Promise<LoadedConfig> =>
  withObjective(await configOf(config === undefined ? undefined : inputOf('config', config)), objective);

/** What a plan's workflow was given. */
export const requestOf = async (
  { files, now, basis, intent }: PlanInputs,
  config: Request['config'],
): Promise<Request> => {
  const sources = (role: string) =>
    files.filter((one) => one.role === role).map(({ path, text }) => ({ file: path, text }));
  const [portfolio = { file: '', text: '' }] = sources('portfolio');
  const [market] = sources('market');
  const [sectors] = sources('sectors');
  return {
    portfolio,
    stocks: sources('stock'),
    config,
    now,
    ...(basis === undefined ? {} : { basis }),
    ...(intent === undefined ? {} : { intent }),
    ...(market === undefined ? {} : { market }),
    ...(sectors === undefined ? {} : { sectors: await listedSectors(sectors) }),
  };
};
