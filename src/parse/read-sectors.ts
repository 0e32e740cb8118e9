import type { Issue, Parsed } from '../model/issue.ts';
import { isKnownSector, sectorOf } from '../model/sector.ts';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import { findColumns } from './find-columns.ts';
import { issueAt } from './issue-at.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { sectorWords } from './row-sector.ts';

const COLUMNS = {
  symbol: ['symbol', 'ticker', 'ticker symbol', 'stock symbol'],
  sector: ['sector', 'gics sector', 'gics_sector', 'sector name', 'industry sector'],
};

/** The name in the table of sectors; one that is not there is kept as it is spelled. */
const canonical = (words: string): string => (isKnownSector(words) ? sectorOf(words) : words);

interface Entry {
  readonly ticker: Ticker;
  readonly sector: string;
  readonly row: CsvRow;
}

const contradictions = (entries: readonly Entry[]): readonly Issue[] => {
  const first = new Map<Ticker, string>();
  return entries.flatMap(({ ticker, sector, row }) => {
    const before = first.get(ticker);
    if (before === undefined) first.set(ticker, sector);
    if (before === undefined || before === sector) return [];
    return [issueAt('sectors-contradict', 'unusable', row.place, { sectors: [before, sector] }, ticker)];
  });
};

/** Reads a list of sectors: a CSV file with a column for the symbol and one for the sector; what else it has is not looked at. */
export const readSectors = (text: string, file: string): Parsed<ReadonlyMap<Ticker, string>> => {
  const { value: rows, issues } = readCsv(text, file);
  if (rows === undefined) return { issues };
  const [header] = findColumns(rows, COLUMNS, ['symbol', 'sector']);
  const entries = rows.slice((header?.at ?? rows.length) + 1).flatMap((row): readonly Entry[] => {
    const ticker = tickerOf(row.cells[header?.columns.get('symbol') ?? -1] ?? '');
    const words = sectorWords(row.cells[header?.columns.get('sector') ?? -1] ?? '');
    return ticker === undefined || words === undefined ? [] : [{ ticker, sector: canonical(words), row }];
  });
  if (entries.length === 0)
    return { issues: [issueAt('sectors-missing', 'unusable', { file, line: 1, column: 1 }, {})] };
  return {
    value: new Map(entries.map(({ ticker, sector }) => [ticker, sector])),
    issues: contradictions(entries),
  };
};
