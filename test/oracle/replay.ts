import { grains, millionths, worthOf, type Grains } from './decimal.ts';
import type { PlainAccount, PlainTrade } from './plain-account.ts';

/** One line of the account at a moment. */
export interface Line {
  readonly ticker: string;
  readonly sector: string;
  readonly shares: bigint;
  readonly value: Grains;
}

/** The account at a moment. */
export interface Moment {
  readonly cash: Grains;
  readonly total: Grains;
  readonly lines: readonly Line[];
}

const signed = ({ side, shares }: PlainTrade): bigint => (side === 'BUY' ? millionths(shares) : -millionths(shares));

/** Cash that an order moves: proceeds or cost, and the fee on either side. */
const cashMoved = (trade: PlainTrade): Grains => {
  const amount = worthOf(trade.price, millionths(trade.shares));
  return (trade.side === 'SELL' ? amount : -amount) - grains(trade.fee);
};

/**
 * One ticker after some orders. Its price and sector are those of the account; a position that an order opened has
 * those of that order.
 */
const lineOf = (account: PlainAccount, trades: readonly PlainTrade[], ticker: string): Line => {
  const start = account.holdings.find((holding) => holding.ticker === ticker);
  let count = start === undefined ? 0n : millionths(start.shares);
  let terms: { readonly price: string; readonly sector: string } = start ?? { price: '0', sector: '' };
  for (const trade of trades.filter((one) => one.ticker === ticker)) {
    if (count === 0n) terms = trade;
    count += signed(trade);
  }
  return { ticker, sector: terms.sector, shares: count, value: worthOf(terms.price, count) };
};

/** The account after the first orders of a list, worked out from the start each time. */
export const momentAfter = (account: PlainAccount, trades: readonly PlainTrade[]): Moment => {
  const tickers = [...new Set([...account.holdings, ...trades].map(({ ticker }) => ticker))].sort();
  const lines = tickers.map((ticker) => lineOf(account, trades, ticker)).filter(({ shares }) => shares !== 0n);
  let cash = grains(account.cash) + grains(account.deposit ?? '0');
  for (const trade of trades) cash += cashMoved(trade);
  let total = cash;
  for (const { value } of lines) total += value;
  return { cash, total, lines };
};

/** The account when the withdrawal has left it too. */
export const momentAtEnd = (account: PlainAccount, trades: readonly PlainTrade[]): Moment => {
  const { cash, total, lines } = momentAfter(account, trades);
  const gone = grains(account.withdrawal ?? '0');
  return { cash: cash - gone, total: total - gone, lines };
};

/** True when the last order of a list sells more than there is, or is for nothing. */
export const cannotBeDone = (account: PlainAccount, trades: readonly PlainTrade[]): boolean => {
  const last = trades.at(-1);
  if (last === undefined) return false;
  return millionths(last.shares) <= 0n || lineOf(account, trades, last.ticker).shares < 0n;
};
