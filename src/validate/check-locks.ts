import { sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Rehearsal } from '../model/rehearsal.ts';
import type { Ticker } from '../model/ticker.ts';
import { holdingValue } from '../model/portfolio.ts';
import { HUNDRED_PCT, type Shares } from '../model/units.ts';
import type { Config } from './config.ts';
import { locksOf } from './lock-range.ts';
import type { Lock } from './locks.ts';

interface Moved {
  readonly before: Shares;
  readonly after: Shares;
  readonly value: bigint;
  readonly total: bigint;
}

/** Whether the orders moved a position the way that a lock forbids, or out of its range; not where it was out of it already. */
const isBroken = (lock: Lock, { before, after, value, total }: Moved): boolean => {
  if (after < before) {
    const isLow = lock.min_pct !== undefined && value * HUNDRED_PCT < lock.min_pct * total;
    return lock.kind === 'no_sell' || (lock.min_shares !== undefined && after < lock.min_shares) || isLow;
  }
  const isHigh = lock.max_pct !== undefined && value * HUNDRED_PCT > lock.max_pct * total;
  return lock.kind === 'no_buy' || (lock.max_shares !== undefined && after > lock.max_shares) || isHigh;
};

/** Locks that the orders break: policy of the person's own, so that a person has to say so. Measured on the rehearsal alone. */
export const checkLocks = (
  { before, after, steps, day }: Rehearsal,
  config: Pick<Config, 'locks'>,
): readonly Issue[] => {
  if (config.locks.tickers.length === 0) return [];
  const tickers = [...new Set(steps.map(({ trade }) => trade.ticker))];
  const none = 0n as Shares;
  return tickers.flatMap((ticker: Ticker) => {
    const is = after.positions.get(ticker);
    const moved: Moved = {
      before: before.positions.get(ticker)?.shares ?? none,
      after: is?.shares ?? none,
      value: is === undefined ? 0n : holdingValue(is),
      total: after.total,
    };
    if (moved.before === moved.after) return [];
    return locksOf(config, ticker, day)
      .filter((lock) => isBroken(lock, moved))
      .map(({ reason, until }): Issue => ({
        code: 'lock-broken',
        level: 'approve',
        subject: ticker,
        detail: { ticker, before: sharesText(moved.before), after: sharesText(moved.after), reason, until },
      }));
  });
};

/** Locks that have ended: they no longer hold, and stand in the config for nothing. */
export const endedLocks = ({ locks }: Pick<Config, 'locks'>, day: string): readonly Issue[] =>
  locks.tickers
    .filter(({ until }) => until < day)
    .map(({ ticker, kind, reason, until }) => ({
      code: 'lock-ended',
      level: 'note',
      subject: ticker,
      detail: { ticker, kind: kind.replace('_', ' '), reason, until },
    }));
