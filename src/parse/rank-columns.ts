import { columnsOf, type ColumnNames, type Columns } from './columns-of.ts';
import type { Section, Table } from './outline.ts';

export type RankRole = 'sector' | 'rank' | 'ticker' | 'target';

const NAMES: ColumnNames<RankRole> = {
  sector: ['sector', 'sector name', 'gics sector'],
  rank: ['rank', '#', 'ranking', 'sector rank', 'no.', 'no'],
  ticker: ['ticker', 'symbol'],
  target: ['target %', 'target', 'target weight', 'action'],
};
const HEADING = /\bsectors?\b.{0,20}\brank|\brank(?:ed|ing|ings)?\b.{0,20}\bsectors?\b/i;

/** True when the heading of a section announces a ranking of sectors. */
export const isRankingSection = (section: Section): boolean => HEADING.test(section.title);

/** The columns of a ranking of sectors, or undefined for any other table. */
export const rankColumns = (table: Table, section: Section): Columns<RankRole> | undefined => {
  const columns = columnsOf(table.header, NAMES);
  if (columns.sector === undefined || columns.ticker !== undefined || columns.target !== undefined) return undefined;
  return columns.rank !== undefined || isRankingSection(section) ? columns : undefined;
};
