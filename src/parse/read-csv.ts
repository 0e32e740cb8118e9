import { CsvError, parse } from 'csv-parse/sync';
import type { Parsed } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { issueAt } from './issue-at.ts';
import { plainText } from './plain-text.ts';

/** One record of a CSV file: its cells as a reader sees them, and the line on which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly place: Place;
}

const LARGEST = 1024 * 1024;

/** Written out, because the parser would take the first line end of the file for the only one. */
const LINE_ENDS = ['\r\n', '\n', '\r'];

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);

const rowsOf = (text: string, file: string, delimiter: string): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  parse(text, {
    bom: true,
    delimiter,
    record_delimiter: LINE_ENDS,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: readonly string[], { lines }) => {
      rows.push({ cells: cells.map(plainText), place: { file, line: lines - linesIn(cells), column: 1 } });
    },
  });
  return rows;
};

/** Reads the records of a CSV file; empty lines are left out. What a cell says is never evaluated. */
export const readCsv = (text: string, file: string, delimiter: ',' | '\t' = ','): Parsed<readonly CsvRow[]> => {
  const start = { file, line: 1, column: 1 };
  if (text.length > LARGEST) {
    const detail = { what: 'characters', measured: text.length, limit: LARGEST };
    return { issues: [issueAt('too-large', 'unusable', start, detail)] };
  }
  try {
    return { value: rowsOf(text, file, delimiter), issues: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    const problem = plainText(error.message.split(':')[0] ?? '').toLowerCase();
    return { issues: [issueAt('csv-syntax', 'unusable', { ...start, line }, { line, problem })] };
  }
};
