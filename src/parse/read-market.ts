import type { Parsed } from '../model/issue.ts';
import type { Market } from '../model/market.ts';
import { issueAt } from './issue-at.ts';
import { marketSections } from './market-sections.ts';
import { readAsOf } from './read-as-of.ts';
import { readOutline } from './read-outline.ts';
import { readMarketJson } from './read-market-json.ts';

const isJson = (text: string, file: string): boolean =>
  /\.json$/i.test(file) || (!/\.(?:md|markdown)$/i.test(file) && /^\ufeff?\s*[{[]/.test(text));

/** Reads a market file, JSON or Markdown: the rank of each sector and the picks. */
export const readMarket = (text: string, file: string): Parsed<Market> => {
  if (isJson(text, file)) return readMarketJson(text, file);
  const { value: outline, issues: refused } = readOutline(text, file);
  if (outline === undefined) return { issues: refused };
  const start = { file, line: 1, column: 1 };
  const dated = readAsOf(outline, 'market file', start);
  const { value, issues } = marketSections(outline, dated.asOf);
  if (!value) return { issues: [...issues, issueAt('market-empty', 'unusable', start, {})] };
  return { value, issues: [...dated.issues, ...issues] };
};
