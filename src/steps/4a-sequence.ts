import { compareText } from '../model/ticker.ts';
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
  return [
    ...sells.sort(
      (a, b) =>
        descending(known ? a.dailyVolume : a.value, known ? b.dailyVolume : b.value) || compareText(a.ticker, b.ticker),
    ),
    ...buys.sort((a, b) => descending(a.conviction, b.conviction) || compareText(a.ticker, b.ticker)),
  ];
};
