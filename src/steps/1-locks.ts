import { totalValue } from '../model/portfolio.ts';
import { flowing } from '../model/intent.ts';
import type { Holding } from '../model/portfolio.ts';
import type { Ticker } from '../model/ticker.ts';
import { exactWorth, subtractCents, type Exact, type Price, type Shares } from '../model/units.ts';
import { leastKept, locksOf, mostHeld } from '../validate/lock-range.ts';
import { lotOf, type Ground } from './ground.ts';

/** The most shares of a holding that may be sold, in whole lots unless all of it may: all of it where no lock says otherwise. */
export const sellable = (ground: Ground, holding: Holding): Shares => {
  const { config, day, portfolio, intent } = ground;
  const locks = locksOf(config, holding.ticker, day);
  if (locks.length === 0) return holding.shares;
  // Fees make the account smaller: of the larger one no weight ends below its least.
  const total = subtractCents(totalValue(portfolio), flowing(intent, 'withdrawal'));
  const free = holding.shares - leastKept(locks, holding, total);
  const lot = lotOf(config);
  return free === holding.shares ? (free as Shares) : (((free / lot) * lot) as Shares);
};

/** True where a lock lets no share of a ticker be bought. */
export const isLockedToBuy = ({ config, day }: Pick<Ground, 'config' | 'day'>, ticker: Ticker): boolean =>
  locksOf(config, ticker, day).some(({ kind }) => kind === 'no_buy');

/** What a position may be worth: the cap, or less where a lock says so. */
export const lockedCap = (
  { config, day, total }: Ground,
  position: { readonly ticker: Ticker; readonly price: Price; readonly shares: Shares },
  cap: Exact,
): { readonly cap: Exact; readonly locked: boolean } => {
  const locks = locksOf(config, position.ticker, day);
  const most = locks.length === 0 ? undefined : mostHeld(locks, position, total);
  const worth = most === undefined ? cap : exactWorth(position.price, most);
  return worth < cap ? { cap: worth, locked: true } : { cap, locked: false };
};
