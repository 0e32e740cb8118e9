import defaults from '../../config/constraints.json' with { type: 'json' };
import type { Issue } from '../model/issue.ts';
import type { ChosenObjective } from '../model/plan-inputs.ts';
import type { Config } from '../validate/config.ts';
import type { EffectiveSetting } from '../validate/config-source.ts';
import { defaultConfig, defaultSettings } from './compiled-defaults.js';
import { sha256 } from './digest.ts';
import { discoverConfig } from './discover.ts';
import { readInput, type Input } from './read-input.ts';
import { Unusable, type Shell } from './shell.ts';

/** The limits in force, and where they come from. */
export interface LoadedConfig {
  readonly config: Config;
  readonly settings: readonly EffectiveSetting[];
  readonly sha256: string;
  /** How orders are chosen where the person said so for this plan alone, whatever the config says. */
  readonly objective?: ChosenObjective;
  /** Absent where nobody wrote a config and the defaults hold. */
  readonly input?: Input;
}

/** A config that cannot be used; its text goes along so that the message can show the line. */
class UnusableConfig extends Unusable {
  override readonly sources: readonly Input[];

  constructor(input: Input, issues: readonly Issue[]) {
    super(...issues);
    this.sources = [input];
  }
}

/** Loads the config named by `--config`, else the nearest one above the portfolio, else the defaults. */
export const loadConfig = async (shell: Shell, named: string | undefined, folder: string): Promise<LoadedConfig> => {
  const file = named ?? discoverConfig(folder);
  return configOf(file === undefined ? undefined : await readInput(shell, 'config', file, folder));
};

/** The limits with the way of choosing orders that was asked for; as they are where nothing was. */
export const withObjective = (loaded: LoadedConfig, objective: ChosenObjective | undefined): LoadedConfig => {
  if (objective === undefined) return loaded;
  const { config } = loaded;
  return { ...loaded, objective, config: { ...config, trading: { ...config.trading, objective } } };
};

/** The limits that a file sets; without one the defaults, which were read and validated when the program was built. */
export const configOf = async (input: Input | undefined): Promise<LoadedConfig> => {
  if (input === undefined) {
    return { config: defaultConfig, settings: defaultSettings, sha256: sha256(JSON.stringify(defaults)) };
  }
  const { readJson } = await import('../parse/read-json.ts');
  const document = readJson(input.text, input.file);
  if (document.value === undefined) throw new UnusableConfig(input, document.issues);
  const { value, placeOf, keyPlaceOf } = document.value;
  const { readConfig } = await import('../validate/read-config.ts');
  const reading = readConfig(defaults, { file: input.file, value, placeOf, keyPlaceOf });
  const issues = [...document.issues, ...reading.issues];
  if (reading.config === undefined || document.issues.length > 0) throw new UnusableConfig(input, issues);
  return { config: reading.config, settings: reading.settings, sha256: input.sha256, input };
};
