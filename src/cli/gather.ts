import type { Basis } from '../model/directive.ts';
import type { Intent } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import type { Request } from '../steps/read-sources.ts';
import { discoverMarket } from './discover.ts';
import { listedSectors } from './listed-sectors.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { statedNow } from './now.ts';
import { folderOf, readInput, type Input } from './read-input.ts';
import type { Shell } from './shell.ts';

/** The options that every command on a portfolio has. */
export interface SourceOptions {
  readonly market?: string;
  readonly sectors?: string;
  readonly config?: string;
  readonly now?: string;
  readonly basis?: Basis;
  readonly intent?: Intent | undefined;
}

/** Everything that a workflow is given, read from disk, and the files that it was read from. */
export interface Gathered {
  readonly request: Request;
  readonly inputs: readonly Input[];
  readonly config: LoadedConfig;
  /** The portfolio's folder. */
  readonly folder: string;
  readonly issues: readonly Issue[];
}

const asSource = ({ file, text }: Input) => ({ file, text });

/** Reads the portfolio, the stock files, the market file (named, or beside the portfolio), the sectors and the config. */
export const gather = async (
  shell: Shell,
  portfolioFile: string,
  stockFiles: readonly string[],
  options: SourceOptions,
  load = loadConfig,
): Promise<Gathered> => {
  const folder = folderOf(shell, portfolioFile);
  const now = statedNow(shell, options.now);
  const config = await load(shell, options.config, folder);
  const portfolio = await readInput(shell, 'portfolio', portfolioFile, folder);
  const found = options.market === undefined ? discoverMarket(folder) : { file: options.market, issues: [] };
  const market = found.file === undefined ? undefined : await readInput(shell, 'market', found.file, folder);
  const listed = options.sectors === undefined ? undefined : await readInput(shell, 'sectors', options.sectors, folder);
  const stocks: Input[] = [];
  for (const file of stockFiles) stocks.push(await readInput(shell, 'stock', file, folder));
  return {
    request: {
      portfolio: asSource(portfolio),
      stocks: stocks.map(asSource),
      config: config.config,
      now,
      ...(options.basis === undefined ? {} : { basis: options.basis }),
      ...(options.intent === undefined ? {} : { intent: options.intent }),
      ...(market === undefined ? {} : { market: asSource(market) }),
      ...(listed === undefined ? {} : { sectors: await listedSectors(listed) }),
    },
    inputs: [portfolio, ...[market, listed].filter((input) => input !== undefined), ...stocks],
    config,
    folder,
    issues: found.issues,
  };
};
