import { findColumns } from '../find-columns.ts';
import type { Header } from '../find-header.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import { cellOf, isRemark, writtenPosition, type PositionColumns } from '../position-rows.ts';
import type { CsvRow } from '../read-csv.ts';

const COLUMNS = {
  account: ['Account Number'],
  name: ['Investment Name'],
  symbol: ['Symbol'],
  quantity: ['Shares'],
  price: ['Share Price'],
  value: ['Total Value'],
} as const satisfies PositionColumns;

/** The settlement fund of a brokerage account: its cash. */
const CASH = 'VMFXX';

const isTransactions = ({ cells }: CsvRow): boolean => cells.some((cell) => /^trade date$/i.test(cell));

const rowOf = (header: Header, row: CsvRow): WrittenPosition =>
  writtenPosition(header, row, cellOf(header, row, 'symbol') === CASH ? 'cash' : 'position');

/** Vanguard, `OfxDownload.csv`: a table of positions and below it one of transactions; no cost, no total, no date. */
export const vanguardPositions: PositionLayout = {
  id: 'vanguard-positions',
  title: 'Vanguard positions',
  read: (rows) => {
    const [header] = findColumns(rows, COLUMNS, ['account', 'name', 'symbol', 'quantity', 'price', 'value']);
    if (header === undefined) return undefined;
    const below = rows.slice(header.at + 1);
    const second = below.findIndex(isTransactions);
    const own = below.slice(0, second < 0 ? below.length : second).filter((row) => !isRemark(row));
    return {
      rows: own.map((row) => rowOf(header, row)),
      accounts: own.map((row) => cellOf(header, row, 'account')),
    };
  },
};
