import { dayIn, isoOf, lastWeekday, nthWeekday, weekdayOf, yearOf } from './calendar-day.ts';

const SUNDAY = 0;
const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** The first year in which the exchange keeps Juneteenth. */
const FIRST_JUNETEENTH = 2022;

/**
 * Closings that no rule foretells. Sources: the exchange's own notices, as its page "Holidays & Trading Hours" and the
 * press releases of the days before told them.
 */
const CLOSURES: ReadonlySet<string> = new Set([
  '2001-09-11', // the attacks of that morning
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11', // President Reagan's funeral
  '2007-01-02', // President Ford's funeral
  '2012-10-29', // hurricane Sandy
  '2012-10-30',
  '2018-12-05', // President Bush's funeral
  '2025-01-09', // President Carter's funeral
]);

/** Short days that no rule foretells, and one (false) that the rule foretells wrongly. Source: the exchange's notices. */
const SHORT_DAYS: ReadonlyMap<string, boolean> = new Map([
  ['2002-07-03', false], // the Friday after the holiday was short instead
  ['2002-07-05', true],
  ['2003-12-26', true],
]);

/** The day on which a holiday with a fixed date is kept: Sunday's on Monday, Saturday's on Friday. */
const kept = (day: number): number => {
  const weekday = weekdayOf(day);
  return weekday === SUNDAY ? day + 1 : weekday === SATURDAY ? day - 1 : day;
};

/** A Saturday's New Year is not kept: the Friday before is the last day of the old year's books. */
const newYear = (year: number): number => {
  const day = dayIn(year, 1, 1);
  return weekdayOf(day) === SATURDAY ? day : kept(day);
};

/** Easter Sunday of the Gregorian calendar, after the anonymous computation that Meeus gives. */
const easter = (year: number): number => {
  const century = Math.trunc(year / 100);
  const golden = year % 19;
  const moon =
    (19 * golden +
      century -
      Math.trunc(century / 4) -
      Math.trunc((century - Math.trunc((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.trunc((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.trunc((golden + 11 * moon + 22 * weekday) / 451);
  const count = moon + weekday - 7 * late + 114;
  return dayIn(year, Math.trunc(count / 31), (count % 31) + 1);
};

const thanksgiving = (year: number): number => nthWeekday(year, 11, THURSDAY, 4);

const holidaysOf = (year: number): readonly number[] => [
  newYear(year),
  nthWeekday(year, 1, MONDAY, 3), // Martin Luther King
  nthWeekday(year, 2, MONDAY, 3), // Washington
  easter(year) - 2, // Good Friday
  lastWeekday(year, 5, MONDAY), // Memorial
  ...(year >= FIRST_JUNETEENTH ? [kept(dayIn(year, 6, 19))] : []),
  kept(dayIn(year, 7, 4)),
  nthWeekday(year, 9, MONDAY, 1), // Labor
  thanksgiving(year),
  kept(dayIn(year, 12, 25)),
];

/** Whether the exchange trades on a day (since 1998, when Martin Luther King's day became a holiday of it). */
export const isTradingDay = (day: number): boolean => {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY || weekday === SATURDAY) return false;
  return !holidaysOf(yearOf(day)).includes(day) && !CLOSURES.has(isoOf(day));
};

/** Whether a trading day ends at 13:00: after Thanksgiving, and before Independence Day and Christmas. */
export const isShortDay = (day: number): boolean => {
  const year = yearOf(day);
  const byRule = day === thanksgiving(year) + 1 || day === dayIn(year, 7, 3) || day === dayIn(year, 12, 24);
  return isTradingDay(day) && (SHORT_DAYS.get(isoOf(day)) ?? byRule);
};
