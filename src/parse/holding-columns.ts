import { columnsOf, type ColumnNames, type Columns } from './columns-of.ts';
import type { Table } from './outline.ts';

export type HoldingRole =
  | 'ticker'
  | 'name'
  | 'sector'
  | 'shares'
  | 'price'
  | 'costPerShare'
  | 'costTotal'
  | 'value'
  | 'weight'
  | 'gainPct'
  | 'account';

/** Where the columns of a holdings table stand. */
export type HoldingColumns = Columns<HoldingRole>;

const NAMES: ColumnNames<HoldingRole> = {
  ticker: ['ticker', 'symbol', 'tickers', 'ticker symbol', 'stock symbol', 'stock', 'holding', 'security', 'position', 'asset'],
  name: ['company name', 'company', 'name', 'security name', 'description', 'security'],
  sector: ['sector', 'gics sector', 'sector name', 'industry sector'],
  shares: ['shares', 'quantity', 'qty', 'units', '# shares', 'shares held', 'number of shares', 'share count', 'qty #'],
  costPerShare: [
    'avg cost', 'average cost', 'avg entry', 'average entry', 'avg entry price', 'cost/share', 'cost per share', 'price paid',
    'unit cost', 'avg price', 'average price', 'entry price', 'purchase price', 'avg cost/share', 'average cost/share',
    'cost basis/share', 'cost basis per share', 'average cost basis', 'avg cost basis', 'avg cost per share', 'entry',
  ],
  price: [
    'current price', 'last price', 'market price', 'price', 'last', 'share price', 'price/share', 'price per share',
    'closing price', 'close', 'current',
  ],
  value: ['market value', 'mkt value', 'current value', 'value', 'position value', 'mkt val', 'total value'],
  costTotal: ['cost basis', 'total cost', 'cost basis total', 'total cost basis', 'cost'],
  weight: [
    'weight', '% of portfolio', 'weight %', 'allocation', 'allocation %', 'portfolio %', '% portfolio', '% of total',
    'portfolio weight', '% weight', 'current weight', '% of account', '% of invested', '%',
  ],
  gainPct: [
    'gain %', 'p&l %', 'total gain %', 'gain/loss %', 'unrealized gain %', 'return %', '% gain', '% gain/loss', 'p/l %',
    'g/l %', 'unrealized p&l %', 'total return %', 'pnl %', 'gain/loss percent',
  ],
  account: ['account', 'account name', 'account type'],
}; // prettier-ignore

/** Columns of lists of orders and trades. */
const OF_TRADES: ColumnNames<'other'> = {
  other: [
    'side',
    'buy/sell',
    'transaction',
    'transaction type',
    'order',
    'order type',
    'trade date',
    'limit',
    'limit price',
    'stop',
  ],
};

/** Columns of lists of candidates, unless the row states a market value too. */
const OF_CANDIDATES: ColumnNames<'other'> = {
  other: ['conviction', 'conviction score', 'target price', 'price target'],
};

/** The columns of a table of holdings, or undefined for any other table: a ticker and two of shares, price and value. */
export const holdingColumns = (table: Table): HoldingColumns | undefined => {
  const columns = columnsOf(table.header, NAMES);
  if (columns.ticker === undefined) return undefined;
  const facts = [columns.shares, columns.price, columns.value].filter((index) => index !== undefined);
  if (columnsOf(table.header, OF_TRADES).other !== undefined) return undefined;
  const candidates = columnsOf(table.header, OF_CANDIDATES).other !== undefined && columns.value === undefined;
  return facts.length >= 2 && !candidates ? columns : undefined;
};
