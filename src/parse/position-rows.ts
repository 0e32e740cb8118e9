import type { Header } from './find-header.ts';
import type { ColumnSpellings } from './find-columns.ts';
import type { CsvRow } from './read-csv.ts';
import { readExact } from './numbers.ts';
import type { WrittenPosition } from './position-layout.ts';

/** What a column of an export of positions may mean. */
export type PositionRole =
  'symbol' | 'name' | 'quantity' | 'price' | 'value' | 'cost' | 'unitCost' | 'type' | 'account' | 'weight' | 'currency';

/** The names of the columns of one layout. */
export type PositionColumns = Partial<ColumnSpellings<PositionRole>>;

/** The text of a column in a row; empty where there is no such column or cell. */
export const cellOf = ({ columns }: Header, row: CsvRow, role: PositionRole): string =>
  row.cells[columns.get(role) ?? -1] ?? '';

/** A row by the names of its columns. */
export const writtenPosition = (header: Header, row: CsvRow, kind: WrittenPosition['kind']): WrittenPosition => {
  const cell = (role: PositionRole): string => cellOf(header, row, role);
  return {
    kind,
    place: row.place,
    symbol: cell('symbol'),
    name: cell('name'),
    quantity: cell('quantity'),
    price: cell('price'),
    value: cell('value'),
    cost: cell('cost'),
    unitCost: cell('unitCost'),
  };
};

/** The last amount in a row: rows for cash and totals are often shifted against the header. */
export const lastAmount = ({ cells }: CsvRow): string =>
  cells.findLast((cell) => readExact(cell).kind === 'value') ?? '';

const WORDS = 6;

/** True for a line of text between or below tables, or for an empty one; a lone symbol is a row that lost its cells. */
export const isRemark = ({ cells }: CsvRow): boolean => {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  if (first === '') return true;
  if (others.length > 0 || first !== cells[0] || /^[A-Z]{1,6}(?:[./-][A-Z])?$/.test(first)) return false;
  return cells.length === 1 || first.split(' ').length >= WORDS;
};
