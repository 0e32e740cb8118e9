import type { Ticker } from '../model/ticker.ts';
import { tickerOf } from '../model/ticker.ts';
import { ceilDivide, exactPart, floorDivide, type Cents, type Price, type Shares } from '../model/units.ts';
import type { Config } from './config.ts';
import type { Lock } from './locks.ts';

/** The locks of a ticker that are in force on a day (ISO date). */
export const locksOf = ({ locks }: Pick<Config, 'locks'>, ticker: Ticker, day: string): readonly Lock[] =>
  locks.tickers.length === 0
    ? []
    : locks.tickers.filter((lock) => tickerOf(lock.ticker) === ticker && day <= lock.until);

const largest = (values: readonly bigint[]): bigint => values.reduce((a, b) => (a > b ? a : b), 0n);

/** The fewest shares that locks let a sale leave; at most what is held. `total`: what weights are parts of. */
export const leastKept = (
  locks: readonly Lock[],
  { shares: held, price }: { readonly shares: Shares; readonly price: Price },
  total: Cents,
): Shares => {
  const least = largest(
    locks.flatMap(({ kind, min_shares, min_pct }): readonly bigint[] =>
      kind === 'no_sell'
        ? [held]
        : [min_shares ?? 0n, min_pct === undefined ? 0n : ceilDivide(exactPart(min_pct, total), price)],
    ),
  );
  return (least < held ? least : held) as Shares;
};

/** The most shares that locks let a purchase end with; undefined where none says anything. At least what is held. */
export const mostHeld = (
  locks: readonly Lock[],
  { shares: held, price }: { readonly shares: Shares; readonly price: Price },
  total: Cents,
): Shares | undefined => {
  const bounds = locks.flatMap(({ kind, max_shares, max_pct }): readonly bigint[] => [
    ...(kind === 'no_buy' ? [held] : []),
    ...(max_shares === undefined ? [] : [max_shares]),
    ...(max_pct === undefined ? [] : [floorDivide(exactPart(max_pct, total), price)]),
  ]);
  const [first, ...others] = bounds;
  if (first === undefined) return undefined;
  const most = others.reduce((a, b) => (a < b ? a : b), first);
  return (most > held ? most : held) as Shares;
};
