import type { ReportedFill } from '../model/fill.ts';
import type { Sector } from '../model/sector.ts';
import type { Trade } from '../model/trade.ts';
import { worth } from '../model/units.ts';

/** A fill as the rehearsal reads orders: at its own price and with its own fees. */
export const fillAsTrade = (
  {
    side,
    ticker,
    shares,
    price,
    fees,
    text,
  }: Pick<ReportedFill, 'side' | 'ticker' | 'shares' | 'price' | 'fees' | 'text'>,
  sector: Sector,
): Trade => ({
  side,
  ticker,
  sector,
  shares,
  price,
  value: worth(price, shares),
  fees,
  why: { rule: 'filled', detail: { text } },
});
