import { sumText } from '../sum-text.ts';
import type { TransactionLayout } from '../transaction-layout.ts';

/** The ticker that a description is, or that it ends with in brackets; a company's name is not mapped to one. */
const tickerIn = (description: string): string =>
  /\(([A-Z]{1,6}(?:[./-][A-Z])?)\)$/.exec(description)?.[1] ?? description;

/** E*TRADE, the short export: no column for the symbol, which is told by the description. */
export const etradeTransactions4: TransactionLayout = {
  id: 'etrade-transactions-4',
  broker: 'etrade',
  title: 'E*TRADE: Date, Transaction type, Description, Quantity, Price, Commission, Fees, Amount',
  columns: ['Date', 'Transaction type', 'Description', 'Quantity', 'Price', 'Commission', 'Fees', 'Amount'],
  read: (cell) => {
    const description = cell('Description');
    return {
      day: cell('Date'),
      type: cell('Transaction type')
        .replace(/^buy$/i, 'Bought')
        .replace(/^sell$/i, 'Sold'),
      symbol: tickerIn(description),
      description,
      quantity: cell('Quantity'),
      price: cell('Price'),
      amount: cell('Amount'),
      commission: sumText(cell('Commission'), cell('Fees')),
      noShares: /^(?:put|call)\b|\s(?:put|call)$/i.test(description) ? 'option' : undefined,
    };
  },
};
