import { findColumns } from '../find-columns.ts';
import type { Header } from '../find-header.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import { cellOf, writtenPosition, type PositionColumns } from '../position-rows.ts';
import type { CsvRow } from '../read-csv.ts';

const COLUMNS = {
  name: ['Name'],
  symbol: ['Symbol'],
  currency: ['Currency'],
  type: ['Asset Sub Class'],
  weight: ['Allocation in Percentage'],
} as const satisfies PositionColumns;

const rowOf = (header: Header, row: CsvRow): WrittenPosition => {
  const cell = (role: keyof typeof COLUMNS): string => cellOf(header, row, role);
  const type = cell('type');
  const cash = /^cash$/i.test(type) || cell('symbol') === 'USD';
  return {
    ...writtenPosition(header, row, cash ? 'cash' : 'position'),
    weight: cell('weight'),
    currency: cell('currency'),
    why: /bond/i.test(type) ? 'bond' : undefined,
  };
};

/** Ghostfolio, the Markdown that it hands to a language model: a table with a weight for each holding, and no quantity. */
export const ghostfolioHoldings: PositionLayout = {
  id: 'ghostfolio-holdings',
  title: 'Ghostfolio holdings (Markdown)',
  read: (rows) => {
    const [header] = findColumns(rows, COLUMNS, ['symbol', 'currency', 'weight']);
    if (header === undefined) return undefined;
    return { rows: rows.slice(header.at + 1).map((row) => rowOf(header, row)), accounts: [] };
  },
};
