import { isUntyped } from '../is-untyped.ts';
import type { TransactionLayout } from '../transaction-layout.ts';

/** What is no share among the codes of the column SecurityType; shares and exchange-traded funds are `EQ`. */
const NO_SHARES: Readonly<Record<string, string>> = {
  OPTN: 'option',
  OPT: 'option',
  MF: 'fund',
  MMF: 'fund',
  BOND: 'bond',
};

/** E*TRADE, `DownloadTxnHistory.csv` up to about 2024: `For Account:,####0000`, an empty line, the header. */
export const etradeTransactions1: TransactionLayout = {
  id: 'etrade-transactions-1',
  broker: 'etrade',
  title: 'E*TRADE: TransactionDate, TransactionType, SecurityType, Symbol, Quantity, Amount, Price, Commission',
  columns: [
    'TransactionDate',
    'TransactionType',
    'SecurityType',
    'Symbol',
    'Quantity',
    'Amount',
    'Price',
    'Commission',
    'Description',
  ],
  prepare: (rows) => (isUntyped(rows) ? [] : rows),
  read: (cell) => {
    const security = cell('SecurityType').toUpperCase();
    return {
      day: cell('TransactionDate'),
      type: cell('TransactionType'),
      symbol: cell('Symbol'),
      description: cell('Description'),
      quantity: cell('Quantity'),
      price: cell('Price'),
      amount: cell('Amount'),
      commission: cell('Commission'),
      noShares: security === 'EQ' ? undefined : (NO_SHARES[security] ?? 'other'),
    };
  },
};
