import { tickerOf, type Ticker } from '../model/ticker.ts';
import { bareText } from './bare-text.ts';

/**
 * The ticker that a cell spells out: bare (`NVDA`, `$NVDA`, `NYSE: KO`), before its name (`NVDA – NVIDIA`) or in
 * brackets behind it (`NVIDIA (NVDA)`). A name alone is never turned into a ticker.
 */
export const readTicker = (text: string): Ticker | undefined => {
  const bare = bareText(text.slice(0, 200))
    .replace(/^(?:NYSE|NASDAQ|NYSEARCA|AMEX|ARCA|BATS)\s?:\s?/, '')
    .replace(/^\$(?=[A-Z])/, '');
  const whole = tickerOf(bare);
  if (whole) return whole;
  const before = /^([A-Z]{1,6}(?:[.\-/][A-Z]{1,2})?)(?:\s[-–—]\s|\s?\(|,\s|:\s)/.exec(bare)?.[1];
  const inside = /\((?:[A-Z]+:\s?)?([A-Z]{1,6}(?:[.\-/][A-Z]{1,2})?)\)$/.exec(bare)?.[1];
  return tickerOf(before ?? inside ?? '');
};
