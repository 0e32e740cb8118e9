import { isUntyped } from '../is-untyped.ts';
import type { TransactionLayout } from '../transaction-layout.ts';

const COLUMNS = [
  'TransactionDate',
  'TransactionType',
  'SecurityType',
  'Symbol',
  'Quantity',
  'Amount',
  'Price',
  'Commission',
  'Description',
] as const;

/** What is no share among the codes of the column SecurityType. */
const NO_SHARES: Readonly<Record<string, string>> = {
  OPTN: 'option',
  OPT: 'option',
  MF: 'fund',
  MMF: 'fund',
  BOND: 'bond',
};

/** The bank to which cash is swept. */
const SWEEP = 'MSBNK';

/** Shares that leave and money that comes are a sale, the other way round a purchase; anything else is no trade. */
const typeOf = (symbol: string, quantity: string, amount: string, description: string): string => {
  if (symbol === SWEEP) return 'Sweep';
  if (/\bdividend\b/i.test(description)) return 'Dividend';
  if (!/[1-9]/.test(quantity)) return 'Internal transfer';
  if (quantity.startsWith('-') === amount.startsWith('-') || !/[1-9]/.test(amount)) return '0';
  return quantity.startsWith('-') ? 'Sold' : 'Bought';
};

/**
 * E*TRADE, `DownloadTxnHistory.csv` around the move to Morgan Stanley: the columns of the first generation, but the type of every
 * transaction is `0`. Side and kind follow from the signs of quantity and amount; sweeps and transfers come in pairs.
 */
export const etradeTransactions2: TransactionLayout = {
  id: 'etrade-transactions-2',
  broker: 'etrade',
  title: 'E*TRADE: TransactionDate, TransactionType (0), SecurityType, Symbol, Quantity, Amount, Price, Commission',
  columns: COLUMNS,
  prepare: (rows) => (isUntyped(rows) ? rows : []),
  read: (cell) => {
    const [symbol, quantity, amount] = [cell('Symbol'), cell('Quantity'), cell('Amount')];
    const description = cell('Description');
    const security = cell('SecurityType').toUpperCase();
    const type = cell('TransactionType');
    return {
      day: cell('TransactionDate'),
      type: type === '0' ? typeOf(symbol, quantity, amount, description) : type,
      symbol,
      description,
      quantity,
      price: cell('Price'),
      amount,
      commission: cell('Commission'),
      noShares: security === 'EQ' ? undefined : (NO_SHARES[security] ?? 'other'),
    };
  },
};
