import { compareText, thenBy } from '../model/order.ts';
import type { Trade } from '../model/trade.ts';

/** Largest first; unknown last. */
const descending = (a: bigint | undefined, b: bigint | undefined): number => {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return a > b ? -1 : 1;
};

/**
 * Step 4A: sells first, the most liquid first (average daily volume where it is known for all of them, else the value
 * of the order); then buys, the highest conviction first. Ties by ticker.
 */
export const sequence = (trades: readonly Trade[]): readonly Trade[] => {
  const sells = trades.filter(({ side }) => side === 'SELL');
  const buys = trades.filter(({ side }) => side === 'BUY');
  const known = sells.every(({ dailyVolume }) => dailyVolume !== undefined);
  const liquidity = (trade: Trade): bigint | undefined => (known ? trade.dailyVolume : trade.value);
  return [
    ...sells.sort((a, b) => thenBy(descending(liquidity(a), liquidity(b)), compareText(a.ticker, b.ticker))),
    ...buys.sort((a, b) => thenBy(descending(a.conviction, b.conviction), compareText(a.ticker, b.ticker))),
  ];
};
