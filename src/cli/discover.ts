import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Issue } from '../model/issue.ts';

/** Names under which a market file lies beside a portfolio; the first that is there is used. */
const MARKET_NAMES = ['Market-Analyst.md', 'market.json', 'Regime.json'];

/** The market file beside the portfolio, if there is one; more than one is worth a note. */
export const discoverMarket = (folder: string): { readonly file?: string; readonly issues: readonly Issue[] } => {
  const [file, ...others] = MARKET_NAMES.filter((name) => existsSync(path.join(folder, name)));
  if (file === undefined) return { issues: [] };
  const issue: Issue = {
    code: 'market-files-several',
    level: 'note',
    detail: { used: file, unused: others.join(', ') },
  };
  return { file: path.join(folder, file), issues: others.length === 0 ? [] : [issue] };
};

/** `config/constraints.json` in the folder or the nearest one above it. */
export const discoverConfig = (folder: string): string | undefined => {
  const candidate = path.join(folder, 'config', 'constraints.json');
  if (existsSync(candidate)) return candidate;
  const above = path.dirname(folder);
  return above === folder ? undefined : discoverConfig(above);
};

/** Portfolio.md beside a stock file. */
export const discoverPortfolio = (folder: string): string | undefined => {
  const candidate = path.join(folder, 'Portfolio.md');
  return existsSync(candidate) ? candidate : undefined;
};
