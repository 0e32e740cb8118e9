const MILLISECONDS = 86_400_000;

/** The day that an ISO date (`YYYY-MM-DD`, what follows is left out) names, in whole days since 1970-01-01. */
export const dayOf = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / MILLISECONDS;

/** The day of a year, month (1 to 12) and day of the month, in whole days since 1970-01-01. */
export const dayIn = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / MILLISECONDS;

/** A day as an ISO date. */
export const isoOf = (day: number): string => new Date(day * MILLISECONDS).toISOString().slice(0, 10);

/** The year of a day. */
export const yearOf = (day: number): number => new Date(day * MILLISECONDS).getUTCFullYear();

/** 0 on Sunday to 6 on Saturday. */
export const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The first such weekday (0 is Sunday) on or after a day. */
const weekdayFrom = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);

/** The n-th such weekday (0 is Sunday) of a month. */
export const nthWeekday = (year: number, month: number, weekday: number, n: number): number =>
  weekdayFrom(dayIn(year, month, 1), weekday) + 7 * (n - 1);

/** The last such weekday (0 is Sunday) of a month. */
export const lastWeekday = (year: number, month: number, weekday: number): number =>
  weekdayFrom(dayIn(year, month + 1, 1), weekday) - 7;
