import path from 'node:path';
import { placeText } from '../model/place.ts';
import { configSummary } from '../report/config-summary.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import type { Shell } from './shell.ts';

/** Options of `po config`. */
export interface ConfigOptions {
  readonly config?: string;
  readonly json?: boolean;
}

/** `po config`: every limit and setting in force, and where each comes from. Returns the exit code. */
export const configCommand = async (shell: Shell, options: ConfigOptions): Promise<number> => {
  const { settings, input } = await loadConfig(shell, options.config, path.resolve(shell.cwd));
  const rows = settings.map(({ section, key, value, place }) => ({
    setting: `${section}.${key}`,
    value: JSON.stringify(value),
    source: place === undefined ? 'default' : placeText(place),
  }));
  if (options.json === true) {
    const all = settings.map(({ section, key, value }, index) => ({
      section,
      key,
      value,
      source: rows[index]?.source,
    }));
    shell.out(`${JSON.stringify(all, null, 2)}\n`);
  } else shell.out(configSummary(rows, input?.file));
  return EXIT.ok;
};
