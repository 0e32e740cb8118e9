import type { Table } from '../parse/outline.ts';
import { lineOf, type Page } from './page.ts';
import { newCell } from './pad-cell.ts';
import { alignmentOf, columnWidth } from './table-column.ts';

/** A row that is new. */
export interface NewRow {
  /** The line that it stands behind. */
  readonly behind: number;
  readonly text: string;
  /** What stands in each cell, without the spaces around it. */
  readonly cells: readonly string[];
}

/** Lays out a new row: padded where the columns are, with the bars at its ends and the indent of the line before it. */
export const rowText = (page: Page, table: Table, behind: number, cells: readonly string[]): NewRow => {
  const around = lineOf(page, behind);
  const indent = /^[\s>]*/.exec(around)?.[0] ?? '';
  const first = around.slice(indent.length).startsWith('|') ? '|' : '';
  const last = /\|\s*$/.exec(around)?.[0] ?? '';
  const padded = cells.map((text, column) => {
    const width = columnWidth(page, table, column);
    return newCell(text, { alignment: alignmentOf(page, table, column), ...(width === undefined ? {} : { width }) });
  });
  return { behind, cells, text: `${indent}${first}${padded.join('|')}${last}` };
};
