import type { Parsed } from '../model/issue.ts';
import type { Outline } from './outline.ts';
import { readOutline } from './read-outline.ts';
import { readCsv, type CsvRow } from './read-csv.ts';

/** The ruler below the header of a Markdown table. */
const MARKDOWN_TABLE = /^[ \t]*(?:\|[ \t]*)?:?-{2,}:?[ \t]*\|/m;

const count = (text: string, mark: string): number => text.split(mark).length;

const tableRows = ({ sections }: Outline): readonly CsvRow[] =>
  sections
    .flatMap(({ tables }) => tables.flatMap(({ header, rows }) => [header, ...rows]))
    .map(({ cells, place }) => ({ cells: cells.map((cell) => cell.text), place }));

/** The rows of an export, whatever separates its cells: commas, tabs, or the bars of a Markdown table. */
export const exportRows = (text: string, file: string): Parsed<readonly CsvRow[]> => {
  if (!MARKDOWN_TABLE.test(text)) return readCsv(text, file, count(text, '\t') > count(text, ',') ? '\t' : ',');
  const { value: outline, issues } = readOutline(text, file);
  return outline === undefined ? { issues } : { value: tableRows(outline), issues };
};
