import { columnsOf, type ColumnNames, type Columns } from './columns-of.ts';
import type { Section, Table } from './outline.ts';
import { titlePath } from './title-path.ts';

export type PickRole =
  'ticker' | 'sector' | 'price' | 'conviction' | 'weight' | 'dailyVolume' | 'shares' | 'value' | 'action';

/** Where the columns of a table of picks stand. */
export type PickColumns = Columns<PickRole>;

const NAMES: ColumnNames<PickRole> = {
  ticker: ['ticker', 'symbol', 'pick', 'stock'],
  sector: ['sector', 'gics sector'],
  price: ['current price', 'price', 'last price', 'last', 'market price', 'share price'],
  conviction: [
    'conviction',
    'conviction score',
    'conviction %',
    'conviction /100',
    'conviction 0-100',
    'score',
    'confidence',
  ],
  weight: ['weight', 'weight %', 'weight in sector', 'allocation', 'allocation %', '% of sector', 'sector weight'],
  dailyVolume: [
    'avg daily volume',
    'average daily volume',
    'avg daily $ volume',
    'avg daily volume $',
    'average daily dollar volume',
    'avg daily dollar volume',
    'daily volume',
    'dollar volume',
    'adv',
    'adv $',
  ],
  shares: ['shares', 'quantity', 'qty'],
  value: ['value', 'market value'],
  action: ['action', 'side', 'trade'],
};
const HEADING = /\b(?:picks?|candidates?|buy list|top stocks|stock ideas|recommended stocks|watch ?list)\b/i;

/** True when a section is about candidates to buy. */
export const isPicksSection = (section: Section): boolean => titlePath(section).some((title) => HEADING.test(title));

/** The columns of a table of picks, or undefined for any other table. */
export const pickColumns = (table: Table, section: Section): PickColumns | undefined => {
  const columns = columnsOf(table.header, NAMES);
  if (columns.ticker === undefined || columns.action !== undefined) return undefined;
  if (columns.shares !== undefined && columns.value !== undefined) return undefined;
  return columns.conviction !== undefined || isPicksSection(section) ? columns : undefined;
};
