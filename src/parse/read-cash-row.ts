import type { Issue } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import type { Cents, Pct } from '../model/units.ts';
import type { HoldingColumns } from './holding-columns.ts';
import { issueAt } from './issue-at.ts';
import { readMoney, readPct } from './numbers.ts';
import type { Cell, TableRow } from './outline.ts';

/** The amount and the percentage that a row for cash or for a total states. */
export interface AmountRow {
  readonly amount?: Stated<Cents>;
  readonly pct?: Stated<Pct>;
  readonly issues: readonly Issue[];
}

const moneyCells = (row: TableRow): readonly Stated<Cents>[] =>
  row.cells.flatMap((cell) => {
    const reading = readMoney(cell.text);
    return reading.kind === 'value' ? [{ value: reading.value, place: cell.place }] : [];
  });

const pctCells = (row: TableRow): readonly Stated<Pct>[] =>
  row.cells.flatMap((cell) => {
    const reading = cell.text.includes('%') ? readPct(cell.text) : ({ kind: 'absent' } as const);
    return reading.kind === 'value' ? [{ value: reading.value, place: cell.place }] : [];
  });

const stated = (row: TableRow, at: number | undefined): Stated<Cents> | undefined =>
  at === undefined || row.cells[at] === undefined ? undefined : moneyCells({ ...row, cells: [row.cells[at]] })[0];

const dollarFirst = (row: TableRow): readonly Stated<Cents>[] => {
  const marked = moneyCells({ ...row, cells: row.cells.filter((cell: Cell) => cell.text.includes('$')) });
  return marked.length > 0 ? marked : moneyCells(row);
};

/** A row with all its cells is read by its columns; a ragged one by what its cells look like. */
const isFull = (row: TableRow, width: number): boolean => row.cells.length === width;

const pctOf = (row: TableRow, columns: HoldingColumns, width: number): Stated<Pct> | undefined => {
  if (isFull(row, width)) {
    const cell = columns.weight === undefined ? undefined : row.cells[columns.weight];
    const reading = readPct(cell?.text ?? '');
    return cell && reading.kind === 'value' ? { value: reading.value, place: cell.place } : undefined;
  }
  const found = pctCells(row);
  return columns.weight !== undefined && columns.gainPct === undefined && found.length === 1 ? found[0] : undefined;
};

const result = (
  amount: Stated<Cents> | undefined,
  pct: Stated<Pct> | undefined,
  issues: readonly Issue[],
): AmountRow => ({
  ...(amount ? { amount } : {}),
  ...(pct ? { pct } : {}),
  issues,
});

/** The cash that a CASH row states: its value column when the row is full, else the first amount of dollars in it. */
export const readCashRow = (row: TableRow, columns: HoldingColumns, width: number): AmountRow => {
  const own = isFull(row, width) ? stated(row, columns.value) : undefined;
  const cell = isFull(row, width) ? row.cells[columns.value ?? -1] : undefined;
  const refused = cell !== undefined && readMoney(cell.text).kind === 'refused';
  const found = own ? [own] : refused ? [] : dollarFirst(row);
  const pct = pctOf(row, columns, width);
  const [first] = found;
  if (!first) {
    const text = row.cells.map((cell) => cell.text).join(' | ');
    const figures = row.cells.filter((each) => /\d/.test(each.text) && readPct(each.text).kind !== 'value');
    const code = figures.length === 0 ? 'cash-row-empty' : 'cash-row-unreadable';
    return result(undefined, pct, [issueAt(code, 'approve', row.place, { text }, 'Cash')]);
  }
  const different = new Set(found.map((each) => each.value)).size > 1;
  const amounts = row.cells.filter((each) => readMoney(each.text).kind === 'value').map((each) => each.text);
  return result(
    first,
    pct,
    different ? [issueAt('cash-row-unclear', 'approve', first.place, { amounts }, 'Cash')] : [],
  );
};

/** The total that a TOTAL row states: its value column when the row is full, else the largest amount of dollars in it. */
export const readTotalRow = (row: TableRow, columns: HoldingColumns, width: number): AmountRow => {
  const own = isFull(row, width) ? stated(row, columns.value) : undefined;
  const [largest] = [...dollarFirst(row)].sort((a, b) => (a.value < b.value ? 1 : -1));
  return result(own ?? largest, undefined, []);
};
