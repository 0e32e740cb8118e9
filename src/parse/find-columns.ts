import type { Header } from './find-header.ts';
import type { CsvRow } from './read-csv.ts';

/** The names that a column may have, by what it means. */
export type ColumnSpellings<R extends string> = Readonly<Record<R, readonly string[]>>;

const named = (text: string): string => text.toLowerCase();

const columnsIn = <R extends string>({ cells }: CsvRow, spellings: ColumnSpellings<R>): ReadonlyMap<string, number> => {
  const names = cells.map(named);
  const found = Object.entries<readonly string[]>(spellings).map(
    ([role, all]) => [role, names.findIndex((name) => all.some((one) => named(one) === name))] as const,
  );
  return new Map(found.filter(([, at]) => at >= 0));
};

/**
 * Every header of a table in a file: the rows that have all the `needed` columns under one of their names. What looks a
 * little like a header is none.
 */
export const findColumns = <R extends string>(
  rows: readonly CsvRow[],
  spellings: ColumnSpellings<R>,
  needed: readonly R[],
): readonly Header[] =>
  rows.flatMap((row, at) => {
    const columns = columnsIn(row, spellings);
    return needed.every((role) => columns.has(role)) ? [{ at, width: row.cells.length, columns }] : [];
  });
