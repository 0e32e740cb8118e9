import type { CsvRow } from '../read-csv.ts';
import { sumText } from '../sum-text.ts';
import type { TransactionLayout } from '../transaction-layout.ts';

const COLUMNS = [
  'DataDiscriminator',
  'Asset Category',
  'Currency',
  'Symbol',
  'Date/Time',
  'Quantity',
  'T. Price',
  'Proceeds',
  'Comm/Fee',
  'Code',
] as const;

/** The rows of the section Trades under one header: the statement repeats it, for other kinds with other columns. */
const tradesOf = (rows: readonly CsvRow[]): readonly CsvRow[] => {
  let names: readonly string[] = [];
  return rows.flatMap(({ cells, place }): readonly CsvRow[] => {
    const [section, kind, ...rest] = cells;
    if (section !== 'Trades') return [];
    if (kind !== 'Header') return [{ cells: COLUMNS.map((name) => rest[names.indexOf(name)] ?? ''), place }];
    const first = names.length === 0 && COLUMNS.every((name) => rest.includes(name));
    names = rest;
    return first ? [{ cells: COLUMNS, place }] : [];
  });
};

const NO_SHARES: readonly (readonly [RegExp, string])[] = [
  [/option|future|warrant|cfd/i, 'option'],
  [/bond|bill/i, 'bond'],
  [/fund/i, 'fund'],
];

const noShares = (category: string): string | undefined =>
  category === 'Stocks' ? undefined : (NO_SHARES.find(([words]) => words.test(category))?.[1] ?? 'other');

/** Orders are trades; what they consist of, the lots that they close, sums and cancelled ones are told once, as their rows. */
const typeOf = (discriminator: string, code: string, quantity: string): string => {
  if (discriminator !== 'Order') return discriminator === '' ? 'Sum' : discriminator;
  if (/(?:^|;)Ca(?:;|$)/.test(code)) return 'Cancelled';
  return quantity.startsWith('-') ? 'Sold' : 'Bought';
};

/** Interactive Brokers, an activity statement: the section Trades. Proceeds are without commission, which has a sign. */
export const ibTransactions: TransactionLayout = {
  id: 'ib-transactions',
  broker: 'ib',
  title: 'Interactive Brokers activity statement with the section Trades',
  columns: COLUMNS,
  prepare: tradesOf,
  read: (cell) => {
    const currency = cell('Currency');
    const quantity = cell('Quantity').replaceAll(',', '');
    const proceeds = sumText(cell('Proceeds'), cell('Comm/Fee'));
    return {
      day: cell('Date/Time'),
      type: typeOf(cell('DataDiscriminator'), cell('Code'), quantity),
      symbol: cell('Symbol').replace(/^([A-Z]{1,6}) ([A-Z])$/, '$1.$2'),
      description: cell('Asset Category'),
      quantity,
      price: cell('T. Price'),
      amount: currency === 'USD' ? proceeds : `${currency} ${proceeds}`,
      commission: sumText(cell('Comm/Fee')).replace(/^-/, ''),
      noShares: noShares(cell('Asset Category')),
    };
  },
};
