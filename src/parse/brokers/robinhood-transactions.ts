import type { TransactionLayout } from '../transaction-layout.ts';

/** What its codes stand for, in words that say whether it is a trade of shares. */
const TYPES: Readonly<Record<string, string>> = {
  BUY: 'Bought',
  SELL: 'Sold',
  BTO: 'Buy to open',
  STO: 'Sell to open',
  BTC: 'Buy to close',
  STC: 'Sell to close',
  OEXP: 'Option expiration',
  OASGN: 'Option assignment',
  CDIV: 'Dividend',
  MDIV: 'Dividend',
  SLIP: 'Interest',
  INT: 'Interest',
  ACH: 'ACH',
  XENT: 'Transfer',
  REC: 'Transfer',
  DTAX: 'Tax',
  DFEE: 'Fee',
  AFEE: 'Fee',
  GOLD: 'Fee',
};

/** Robinhood, account activity, its only export: what was traded, never what is held. It has no column for fees. */
export const robinhoodTransactions: TransactionLayout = {
  id: 'robinhood-transactions',
  broker: 'robinhood',
  title: 'Robinhood account activity',
  columns: ['Activity Date', 'Process Date', 'Settle Date', 'Instrument', 'Trans Code', 'Quantity', 'Price', 'Amount'],
  optional: ['Description'],
  read: (cell) => {
    const code = cell('Trans Code');
    return {
      day: cell('Activity Date'),
      type: TYPES[code.toUpperCase()] ?? code,
      symbol: cell('Instrument'),
      description: cell('Description'),
      quantity: cell('Quantity'),
      price: cell('Price'),
      amount: cell('Amount'),
      commission: '',
    };
  },
};
