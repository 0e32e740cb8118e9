import type { CsvRow } from './read-csv.ts';
import type { TransactionLayout } from './transaction-layout.ts';

/** Where the header stands, and where each of its columns is. */
export interface Header {
  readonly at: number;
  readonly width: number;
  readonly columns: ReadonlyMap<string, number>;
}

const named = (text: string): string => text.toLowerCase();

/**
 * The header of a layout: the first row that has every one of its columns. What stands above it, rows that look a
 * little like a header included, is no part of the table.
 */
export const findHeader = (
  { columns, optional = [] }: Pick<TransactionLayout, 'columns' | 'optional'>,
  rows: readonly CsvRow[],
): Header | undefined => {
  const at = rows.findIndex(({ cells }) => {
    const names = new Set(cells.map(named));
    return columns.every((column) => names.has(named(column)));
  });
  const cells = rows[at]?.cells.map(named);
  if (cells === undefined) return undefined;
  const all = [...columns, ...optional];
  return { at, width: cells.length, columns: new Map(all.map((column) => [column, cells.indexOf(named(column))])) };
};
