import { lastWeekday, nthWeekday, yearOf } from './calendar-day.ts';
import { isShortDay, isTradingDay } from './market-holidays.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const OPENS = 9.5 * HOUR;
const CLOSES = 16 * HOUR;
const CLOSES_EARLY = 13 * HOUR;

/** The first year of today's daylight saving; before, it was from April's first to October's last Sunday. */
const LONGER_SUMMERS = 2007;

/** Whether New York is on summer time at noon of a day. */
const isSummer = (day: number): boolean => {
  const year = yearOf(day);
  const [first, end] =
    year >= LONGER_SUMMERS
      ? [nthWeekday(year, 3, 0, 2), nthWeekday(year, 11, 0, 1)]
      : [nthWeekday(year, 4, 0, 1), lastWeekday(year, 10, 0)];
  return day >= first && day < end;
};

/** The moment, in seconds since 1970-01-01 UTC, at which clocks in New York show so many seconds of a day. */
const inNewYork = (day: number, seconds: number): number => day * DAY + seconds + (isSummer(day) ? 4 : 5) * HOUR;

/** The moment of an ISO time with an offset, in seconds since 1970-01-01 UTC. */
export const momentOf = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** The day (since 1970-01-01) that it is in New York at a moment. */
export const newYorkDay = (moment: number): number => {
  const winter = Math.floor((moment - 5 * HOUR) / DAY);
  return isSummer(winter) ? Math.floor((moment - 4 * HOUR) / DAY) : winter;
};

/** The moment at which the session of a day ends; on a day without one, when it would. */
export const closeOf = (day: number): number => inNewYork(day, isShortDay(day) ? CLOSES_EARLY : CLOSES);

const tradedOn = (day: number, from: number, to: number): number =>
  isTradingDay(day) ? Math.max(0, Math.min(to, closeOf(day)) - Math.max(from, inNewYork(day, OPENS))) : 0;

/** The seconds during which the exchange was open between two moments. */
export const tradedBetween = (from: number, to: number): number => {
  let seconds = 0;
  for (let day = newYorkDay(from); day <= newYorkDay(to); day += 1) seconds += tradedOn(day, from, to);
  return seconds;
};
