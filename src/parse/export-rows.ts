import type { Parsed } from '../model/issue.ts';
import { checkCaps } from './caps.ts';
import { outlineOf } from './outline-of.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

/** The ruler below the header of a Markdown table. */
const MARKDOWN_TABLE = /^\s*\|?\s*:?-{2,}:?\s*\|/m;

const count = (text: string, mark: string): number => text.split(mark).length;

const tableRows = (text: string, file: string): readonly CsvRow[] =>
  outlineOf(text, file)
    .sections.flatMap(({ tables }) => tables.flatMap(({ header, rows }) => [header, ...rows]))
    .map(({ cells, place }) => ({ cells: cells.map((cell) => cell.text), place }));

/** The rows of an export, whatever separates its cells: commas, tabs, or the bars of a Markdown table. */
export const exportRows = (text: string, file: string): Parsed<readonly CsvRow[]> => {
  if (!MARKDOWN_TABLE.test(text)) return readCsv(text, file, count(text, '\t') > count(text, ',') ? '\t' : ',');
  const capped = checkCaps(text, file);
  return capped ? { issues: [capped] } : { value: tableRows(text, file), issues: [] };
};
