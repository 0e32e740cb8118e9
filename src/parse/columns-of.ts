import { bareText } from './bare-text.ts';
import type { TableRow } from './outline.ts';

/** The other names of each column of a kind of table, the clearest name first. */
export type ColumnNames<R extends string> = Readonly<Record<R, readonly string[]>>;

/** Where each column stands that the header has. */
export type Columns<R extends string> = Readonly<Partial<Record<R, number>>>;

const keyOf = (text: string): string =>
  bareText(text)
    .toLowerCase()
    .replace(/\busd\b/g, '$')
    .replace(/[()[\]:_]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(/\s+/g, ' ')
    .trim();

/** Finds the columns of a table by the words of its header; case, emphasis, brackets and a `$` do not matter. */
export const columnsOf = <R extends string>(header: TableRow, names: ColumnNames<R>): Columns<R> => {
  const keys = header.cells.map((cell) => keyOf(cell.text));
  const loose = keys.map((key) => key.replace(/\s*\$\s*/g, ' ').trim());
  const taken = new Set<number>();
  const columns: Partial<Record<R, number>> = {};
  for (const [role, aliases] of Object.entries(names) as [R, readonly string[]][]) {
    for (const alias of aliases) {
      const exact = keys.findIndex((key, index) => key === alias && !taken.has(index));
      const index = exact >= 0 ? exact : loose.findIndex((key, at) => key === alias && !taken.has(at));
      if (index < 0) continue;
      columns[role] = index;
      taken.add(index);
      break;
    }
  }
  return columns;
};
