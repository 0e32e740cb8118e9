import type { TransactionLayout } from '../transaction-layout.ts';

/** Vanguard, `OfxDownload.csv`: the second of its two tables; every line ends in a comma. */
export const vanguardTransactions: TransactionLayout = {
  id: 'vanguard-transactions',
  broker: 'vanguard',
  title:
    'Vanguard: Account Number, Trade Date, Settlement Date, Transaction Type, Symbol, Shares, Share Price, Net Amount',
  columns: [
    'Account Number',
    'Trade Date',
    'Settlement Date',
    'Transaction Type',
    'Investment Name',
    'Symbol',
    'Shares',
    'Share Price',
    'Commissions and Fees',
    'Net Amount',
  ],
  read: (cell) => {
    const symbol = cell('Symbol');
    return {
      day: cell('Trade Date'),
      type: cell('Transaction Type')
        .replace(/^buy$/i, 'Bought')
        .replace(/^sell$/i, 'Sold'),
      symbol,
      description: cell('Investment Name'),
      quantity: cell('Shares'),
      price: cell('Share Price'),
      amount: cell('Net Amount'),
      commission: cell('Commissions and Fees'),
      noShares: /\b(?:mutual fund|admiral|index fund|money market)\b/i.test(cell('Investment Name'))
        ? 'fund'
        : symbol === ''
          ? 'bond'
          : undefined,
    };
  },
};
