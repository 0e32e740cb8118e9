import { findColumns } from '../find-columns.ts';
import type { Header } from '../find-header.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import { cellOf, isRemark, lastAmount, writtenPosition, type PositionColumns } from '../position-rows.ts';
import type { CsvRow } from '../read-csv.ts';

const COLUMNS = {
  symbol: ['Symbol'],
  name: ['Description'],
  quantity: ['Qty (Quantity)', 'Quantity'],
  price: ['Price'],
  value: ['Mkt Val (Market Value)', 'Market Value'],
  cost: ['Cost Basis'],
  type: ['Security Type', 'Asset Type'],
} as const satisfies PositionColumns;

const CASH = /^cash & cash investments$/i;
const TOTAL = /^(?:account|positions) total$/i;
const TITLE = /\bas of\b/i;

const WHY = [
  [/option/i, 'option'],
  [/fixed income|bond|\bcds?\b/i, 'bond'],
] as const;

const rowOf = (header: Header, row: CsvRow): readonly WrittenPosition[] => {
  const symbol = cellOf(header, row, 'symbol');
  if (isRemark(row)) return [];
  if (CASH.test(symbol)) return [writtenPosition(header, row, 'cash')];
  if (TOTAL.test(symbol)) return [{ ...writtenPosition(header, row, 'total'), value: totalOf(header, row) }];
  const why = WHY.find(([words]) => words.test(cellOf(header, row, 'type')))?.[1];
  return [{ ...writtenPosition(header, row, 'position'), why }];
};

const totalOf = (header: Header, row: CsvRow): string => {
  const own = cellOf(header, row, 'value');
  return own === '' ? lastAmount(row) : own;
};

/** A file of all accounts has a header for each, below a line with the account's name. */
const accountsOf = (headers: readonly Header[], rows: readonly CsvRow[]): readonly string[] =>
  headers.map(({ at }) => rows.slice(0, at).findLast(isRemark)?.cells.join(' ') ?? '');

/** Schwab: a line with the account and the date, one header for each account, `Cash & Cash Investments`, a row for the total. */
export const schwabPositions: PositionLayout = {
  id: 'schwab-positions',
  title: 'Schwab positions',
  read: (rows) => {
    const headers = findColumns(rows, COLUMNS, ['symbol', 'name', 'quantity', 'price', 'value']);
    const [header] = headers;
    if (header === undefined) return undefined;
    const title = rows.slice(0, header.at).find(({ cells }) => TITLE.test(cells[0] ?? ''));
    return {
      rows: rows.slice(header.at + 1).flatMap((row) => rowOf(header, row)),
      accounts: accountsOf(headers, rows),
      asOf: title?.cells.join(', ').replace(/^.*\bas of\b/i, ''),
    };
  },
};
