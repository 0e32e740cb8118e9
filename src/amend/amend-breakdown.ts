import { sectorOf } from '../model/sector.ts';
import { bareText } from '../parse/bare-text.ts';
import { breakdownColumns } from '../parse/breakdown-columns.ts';
import { columnsOf } from '../parse/columns-of.ts';
import type { Table } from '../parse/outline.ts';
import { sectorWords } from '../parse/row-sector.ts';
import { valueOfSector, type Balance } from './balance.ts';
import type { Books } from './books.ts';
import { cellSpot, leave, noteWrong, put, type Draft } from './draft.ts';
import { dollars, exactMoney, isCalled } from './figure.ts';
import type { Page, TableLine } from './page.ts';
import { bodyOf } from './table-column.ts';
import { AS_BEFORE } from './write-number.ts';
import { valueOf } from './written-number.ts';
import type { Cents } from '../model/units.ts';

const VALUE = {
  value: [
    'value',
    'market value',
    'mkt value',
    'current value',
    'total value',
    'amount',
    'dollar amount',
    'dollar value',
    'dollars',
    '$',
  ],
} as const;

/** What a row of a breakdown by sector is about. */
const amountIn = (name: string, balance: Balance): readonly Cents[] => {
  if (/^cash\b/i.test(name)) return [balance.cash];
  if (/^invested\b/i.test(name)) return [balance.invested];
  if (/^(?:grand |sub)?-?totals?\b/i.test(name)) return [balance.total, balance.invested];
  return [valueOfSector(balance, sectorOf(name))];
};

const putValue = (draft: Draft, books: Books, line: TableLine, column: number, name: string): void => {
  const spot = cellSpot(draft, line, column, 'money');
  if (!spot) return;
  const stated = dollars((valueOf(spot.number, 'money') ?? 0n) as Cents);
  const before = amountIn(bareText(name), books.before);
  const at = before.findIndex((amount) => isCalled(spot.number, stated, dollars(amount)));
  const now = amountIn(bareText(name), books.after)[Math.max(at, 0)];
  if (now === undefined || (at < 0 && before.length > 1)) {
    leave(draft, spot);
    return;
  }
  noteWrong(draft, spot, 'money', dollars(before[Math.max(at, 0)] ?? (0n as Cents)));
  put(draft, spot, { ...exactMoney(now), within: AS_BEFORE });
};

/** The column of a breakdown that has the values of the sectors. */
export const breakdownValue = (table: Table): number | undefined => columnsOf(table.header, VALUE).value;

/** The tables that state weights of sectors. */
export const breakdownTables = (page: Page): readonly Table[] => {
  const tables = page.portfolio.claims.sectorWeights.flatMap(({ pct }) => page.rows.get(pct.place.line)?.table ?? []);
  return [...new Set(tables)];
};

/** Puts the values of sectors beside their weights, in the tables that break the account down. */
export const amendBreakdown = (draft: Draft, books: Books): void => {
  for (const table of breakdownTables(draft.page)) {
    const column = breakdownValue(table);
    const sectors = breakdownColumns(table)?.sector;
    if (column === undefined || sectors === undefined) continue;
    for (const line of bodyOf(draft.page, table)) {
      const name = sectorWords(line.row.cells[sectors]?.text ?? '');
      if (name !== undefined) putValue(draft, books, line, column, name);
    }
  }
};
