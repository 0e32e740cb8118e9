import type { Table } from '../parse/outline.ts';
import { lineOf, type Page, type TableLine } from './page.ts';
import { rawCells } from './raw-cells.ts';

/** The side of a cell on which its text stands. */
export type Alignment = 'left' | 'right' | 'center';

/** How wide a text is on the screen, near enough to see whether cells stand in line. */
export const widthOf = (text: string): number => Array.from(text).length;

/** The rows of a table that could be found in the bytes, without its header. */
export const bodyOf = (page: Page, table: Table): readonly TableLine[] =>
  [...page.rows.values()].filter((row) => row.table === table && row.row !== table.header && row.cells.length > 0);

/** What stands between the bars. */
export const rawCell = (page: Page, { line, cells }: TableLine, column: number): string => {
  const cell = cells[column];
  return cell ? lineOf(page, line).slice(cell.start, cell.end) : '';
};

/** The cells of a column in all rows but one; ragged rows stand in other columns. */
export const columnCells = (page: Page, table: Table, column: number, except?: number): readonly string[] =>
  bodyOf(page, table)
    .filter(({ line, cells }) => line !== except && cells.length === table.header.cells.length)
    .map((row) => rawCell(page, row, column));

const headerLine = (page: Page, table: Table): number => table.header.cells[0]?.place.line ?? table.header.place.line;

const cellOfLine = (page: Page, line: number, column: number): string => {
  const cell = rawCells(lineOf(page, line))[column];
  return cell ? lineOf(page, line).slice(cell.start, cell.end) : '';
};

/** The side that the line of dashes below the header names. */
export const alignmentOf = (page: Page, table: Table, column: number): Alignment => {
  const dashes = cellOfLine(page, headerLine(page, table) + 1, column).trim();
  if (!dashes.endsWith(':')) return 'left';
  return dashes.startsWith(':') && dashes.length > 1 ? (/^:-+:$/.test(dashes) ? 'center' : 'right') : 'right';
};

/**
 * The width that header and dashes of a column share, if its cells stand in line: the header is padded, or most of the other rows
 * are as wide. Undefined where they do not. `except` is the line that is about to change.
 */
export const columnWidth = (page: Page, table: Table, column: number, except?: number): number | undefined => {
  const header = headerLine(page, table);
  const title = cellOfLine(page, header, column);
  const width = widthOf(title);
  if (width === 0 || widthOf(cellOfLine(page, header + 1, column)) !== width) return undefined;
  const cells = columnCells(page, table, column, except);
  const inLine = cells.filter((cell) => widthOf(cell) === width).length * 2 >= cells.length;
  return /^ {2}|\S {2,}$/.test(title) || (inLine && cells.length > 0) ? width : undefined;
};
