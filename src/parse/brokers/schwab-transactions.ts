import type { TransactionLayout } from '../transaction-layout.ts';

/** Nine letters and digits: a bond or a note. */
const CUSIP = /^(?=.*\d)[0-9A-Z]{8}\d$/;

/** Schwab, a brokerage account's history: `04/17/2023 as of 04/15/2023` counts by its first day; sales have no sign. */
export const schwabTransactions: TransactionLayout = {
  id: 'schwab-transactions',
  broker: 'schwab',
  title: 'Schwab: Date, Action, Symbol, Description, Quantity, Price, Fees & Comm, Amount',
  columns: ['Date', 'Action', 'Symbol', 'Description', 'Quantity', 'Price', 'Fees & Comm', 'Amount'],
  read: (cell) => {
    const symbol = cell('Symbol');
    return {
      day: cell('Date'),
      type: cell('Action')
        .replace(/^buy$/i, 'Bought')
        .replace(/^sell$/i, 'Sold'),
      symbol,
      description: cell('Description'),
      quantity: cell('Quantity'),
      price: cell('Price'),
      amount: cell('Amount'),
      commission: cell('Fees & Comm'),
      noShares: CUSIP.test(symbol) ? 'bond' : undefined,
    };
  },
};
