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

interface Keys {
  readonly exact: readonly string[];
  readonly loose: readonly string[];
}

/** Every kind of table is tried on a header; its words are the same each time. */
const known = new WeakMap<TableRow, Keys>();

const keysOf = (header: TableRow): Keys => {
  const earlier = known.get(header);
  if (earlier) return earlier;
  const exact = header.cells.map((cell) => keyOf(cell.text));
  const keys = { exact, loose: exact.map((key) => (key.includes('$') ? key.replace(/\s*\$\s*/g, ' ').trim() : key)) };
  known.set(header, keys);
  return keys;
};

/** Finds the columns of a table by the words of its header; case, emphasis, brackets and a `$` do not matter. */
export const columnsOf = <R extends string>(header: TableRow, names: ColumnNames<R>): Columns<R> => {
  const { exact: keys, loose } = keysOf(header);
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
