import { columnsOf, type Columns } from './columns-of.ts';
import type { Table } from './outline.ts';

const COLUMNS = {
  sector: ['sector', 'gics sector', 'sector name', 'category', 'asset class'],
  weight: [
    'current %',
    'current weight',
    '% of portfolio',
    'weight',
    'weight %',
    'allocation',
    'allocation %',
    'portfolio %',
    '% of total',
    '% of invested',
    '% invested',
    'current',
    '%',
    'current allocation',
  ],
  value: ['value', 'market value', 'current value', 'mkt value', 'total value', 'amount'],
  ticker: ['ticker', 'symbol'],
} as const;

/** The columns of a table that breaks the account down by sector, or undefined for any other table. */
export const breakdownColumns = (table: Table): Columns<keyof typeof COLUMNS> | undefined => {
  const columns = columnsOf(table.header, COLUMNS);
  const complete = columns.sector !== undefined && columns.weight !== undefined && columns.ticker === undefined;
  return complete ? columns : undefined;
};
