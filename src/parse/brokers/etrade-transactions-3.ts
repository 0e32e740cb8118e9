import type { TransactionLayout } from '../transaction-layout.ts';

/** `--` stands for an empty cell. */
const stated = (text: string): string => (/^-{2,}$/.test(text) ? '' : text);

/**
 * E*TRADE, `DownloadTxnHistory.csv` from about 2025 on: `All Transactions Activity Types`, `Account Activity for …`,
 * `Total:,…`, the header, the rows, a legal notice. It has no column for the kind of security: an option is told by
 * its description.
 */
export const etradeTransactions3: TransactionLayout = {
  id: 'etrade-transactions-3',
  broker: 'etrade',
  title: 'E*TRADE: Activity/Trade Date, Activity Type, Description, Symbol, Quantity #, Price $, Amount $, Commission',
  columns: [
    'Activity/Trade Date',
    'Transaction Date',
    'Settlement Date',
    'Activity Type',
    'Description',
    'Symbol',
    'Quantity #',
    'Price $',
    'Amount $',
    'Commission',
  ],
  read: (cell) => {
    const description = stated(cell('Description'));
    return {
      day: cell('Activity/Trade Date'),
      type: cell('Activity Type'),
      symbol: stated(cell('Symbol')),
      description,
      quantity: stated(cell('Quantity #')),
      price: stated(cell('Price $')),
      amount: stated(cell('Amount $')),
      commission: stated(cell('Commission')),
      noShares: /^(?:put|call)\b|\s(?:put|call)$/i.test(description) ? 'option' : undefined,
    };
  },
};
