import { sumText } from '../sum-text.ts';
import type { TransactionLayout } from '../transaction-layout.ts';

/** `YOU BOUGHT …`, and of an option `YOU SOLD OPENING TRANSACTION …`. */
const typeOf = (action: string): string => {
  if (/\b(?:opening|closing) transaction\b/i.test(action)) return 'To open or close';
  if (/\bshort\b/i.test(action)) return 'Short';
  return action.replace(/^you bought\b.*$/i, 'Bought').replace(/^you sold\b.*$/i, 'Sold');
};

/** Fidelity, `Accounts_History.csv`: what happened is a sentence; quoted legal text stands below the rows. */
export const fidelityTransactions: TransactionLayout = {
  id: 'fidelity-transactions',
  broker: 'fidelity',
  title: 'Fidelity: Run Date, Action, Symbol, Description, Type, Price ($), Quantity, Amount ($), Settlement Date',
  columns: ['Run Date', 'Action', 'Symbol', 'Description', 'Price ($)', 'Quantity', 'Amount ($)', 'Settlement Date'],
  optional: ['Commission ($)', 'Fees ($)'],
  read: (cell) => {
    const symbol = cell('Symbol');
    return {
      day: cell('Run Date'),
      type: typeOf(cell('Action')),
      symbol,
      description: cell('Description'),
      quantity: cell('Quantity'),
      price: cell('Price ($)'),
      amount: cell('Amount ($)'),
      commission: sumText(cell('Commission ($)'), cell('Fees ($)')),
      noShares: symbol.startsWith('-') ? 'option' : /^(?=.*\d)[0-9A-Z]{8}\d$/.test(symbol) ? 'bond' : undefined,
    };
  },
};
