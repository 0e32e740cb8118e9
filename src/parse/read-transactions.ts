import type { ReportedFill } from '../model/fill.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import { compareText, thenBy } from '../model/order.ts';
import type { LeftOutRow, Transactions } from '../model/transactions.ts';
import { etradeTransactions1 } from './brokers/etrade-transactions-1.ts';
import { etradeTransactions2 } from './brokers/etrade-transactions-2.ts';
import { etradeTransactions3 } from './brokers/etrade-transactions-3.ts';
import { etradeTransactions4 } from './brokers/etrade-transactions-4.ts';
import { fidelityTransactions } from './brokers/fidelity-transactions.ts';
import { ibTransactions } from './brokers/ib-transactions.ts';
import { robinhoodTransactions } from './brokers/robinhood-transactions.ts';
import { schwabTransactions } from './brokers/schwab-transactions.ts';
import { vanguardTransactions } from './brokers/vanguard-transactions.ts';
import { findHeader, type Header } from './find-header.ts';
import { issueAt } from './issue-at.ts';
import { leftOutReason } from './left-out-reason.ts';
import { maskAccounts } from './mask-accounts.ts';
import { readCsv, type CsvRow } from './read-csv.ts';
import { withRowIds } from './row-id.ts';
import { tradedRow, usDay } from './traded-row.ts';
import type { TransactionLayout, WrittenTransaction } from './transaction-layout.ts';

/** Every layout of transactions that is known. */
export const TRANSACTION_LAYOUTS: readonly TransactionLayout[] = [
  etradeTransactions1,
  etradeTransactions2,
  etradeTransactions3,
  etradeTransactions4,
  schwabTransactions,
  fidelityTransactions,
  vanguardTransactions,
  ibTransactions,
  robinhoodTransactions,
];

/** The table of a layout in a file, and where its header stands; nothing where the file has another layout. */
export const tableOf = (
  layout: TransactionLayout,
  rows: readonly CsvRow[],
): { readonly header: Header; readonly rows: readonly CsvRow[] } | undefined => {
  const own = layout.prepare?.(rows) ?? rows;
  const header = findHeader(layout, own);
  return header === undefined ? undefined : { header, rows: own };
};

/** What became of one row. */
interface RowReading {
  readonly fill?: ReportedFill;
  readonly leftOut?: LeftOutRow;
  readonly issues: readonly Issue[];
}

/** How much of a cell is looked at, of a row is kept, and of a text a message repeats. */
const READ = 200;
const KEPT = 400;
const SHOWN = 100;

const leftOut = ({ place }: CsvRow, reason: string, row: WrittenTransaction): RowReading => {
  const { symbol, description, type, amount, quantity } = row;
  const what = [symbol, description].find((text) => text !== '') ?? type;
  const detail = { what, type, amount, quantity };
  const shown = Object.entries(detail).map(([key, text]) => [key, maskAccounts(text).slice(0, SHOWN)] as const);
  return { leftOut: { place, reason, detail: Object.fromEntries(shown) }, issues: [] };
};

/** More cells than columns: a comma without quotes has moved the cells behind it to the wrong columns. */
const tooLong = ({ cells, place }: CsvRow, { width }: Header): readonly Issue[] =>
  cells.slice(width).every((cell) => cell === '')
    ? []
    : [issueAt('transaction-row-too-long', 'unusable', place, { cells: cells.length, columns: width })];

const readRow = (layout: TransactionLayout, header: Header, row: CsvRow): RowReading => {
  const written = layout.read((column) => (row.cells[header.columns.get(column) ?? -1] ?? '').slice(0, READ));
  const reason = leftOutReason(written);
  const text = maskAccounts(row.cells.join(',')).slice(0, KEPT);
  if (reason !== undefined) {
    const remark = usDay(written.day) === undefined || written.type === '';
    return remark
      ? leftOut(row, 'remark', { ...written, symbol: '', description: text })
      : leftOut(row, reason, written);
  }
  const surplus = tooLong(row, header);
  if (surplus.length > 0) return { issues: surplus };
  const { value, issues } = tradedRow(written, text, row.place);
  return value === undefined ? { issues } : { fill: value, issues };
};

const inOrder = (fills: readonly ReportedFill[]): readonly ReportedFill[] =>
  [...fills].sort((a, b) => thenBy(compareText(a.at ?? '', b.at ?? ''), compareText(b.side, a.side)));

const transactionsOf = (layout: TransactionLayout, header: Header, rows: readonly CsvRow[]): Parsed<Transactions> => {
  const below = rows.slice(header.at + 1);
  const readings = below.map((row) => readRow(layout, header, row));
  const fills = readings.flatMap(({ fill }) => fill ?? []);
  const issues = readings.flatMap((reading) => reading.issues);
  const place = rows[header.at]?.place;
  const nothing: readonly Issue[] =
    fills.length > 0 || issues.length > 0 || place === undefined
      ? []
      : [issueAt('transactions-without-fill', 'unusable', place, { rows: below.length })];
  return {
    value: {
      layout: layout.id,
      fills: inOrder(withRowIds(fills, layout.broker)),
      leftOut: readings.flatMap((reading) => reading.leftOut ?? []),
    },
    issues: [...issues, ...nothing],
  };
};

/**
 * Reads a broker's export of transactions; its layout is told by the names in its header. Only purchases and sales of
 * shares are fills; every other row is named with its reason. Where there is an unusable issue nothing of the file
 * should be recorded.
 */
export const readTransactions = (text: string, file: string): Parsed<Transactions> => {
  const { value: rows, issues } = readCsv(text, file);
  if (rows === undefined) return { issues };
  for (const layout of TRANSACTION_LAYOUTS) {
    const table = tableOf(layout, rows);
    if (table !== undefined) return transactionsOf(layout, table.header, table.rows);
  }
  const known = TRANSACTION_LAYOUTS.map(({ title }) => title);
  return { issues: [issueAt('transactions-unknown', 'unusable', { file, line: 1, column: 1 }, { known })] };
};
