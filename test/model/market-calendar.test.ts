import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn, dayOf, isoOf, weekdayOf } from '../../src/model/calendar-day.ts';
import { closeOf, momentOf, newYorkDay, tradedBetween } from '../../src/model/market-calendar.ts';
import { isShortDay, isTradingDay } from '../../src/model/market-holidays.ts';
import published from './us-equity-holidays.json' with { type: 'json' };

const days = (from: string, to: string): readonly number[] =>
  Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, index) => dayOf(from) + index);

const isWeekend = (day: number): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
const utc = (moment: number): string => new Date(moment * 1000).toISOString().slice(0, 16);
const hours = (from: string, to: string): number => tradedBetween(momentOf(from), momentOf(to)) / 3600;

describe('the holidays of the exchange', () => {
  it('are those that were published, day by day from 1998 to 2028', () => {
    const closed = days('1998-01-01', '2028-12-31').filter((day) => !isWeekend(day) && !isTradingDay(day));
    const saturdays = ['2011-01-01', '2022-01-01']; // published, though nothing is traded on a Saturday
    expect(closed.map(isoOf)).toEqual(published.holidays.filter((day) => !saturdays.includes(day)));
    expect(saturdays.every((day) => weekdayOf(dayOf(day)) === 6)).toBe(true);
  });

  it('never fall on a weekend, on which nothing is traded anyway', () => {
    expect(days('1998-01-01', '2028-12-31').filter((day) => isWeekend(day) && isTradingDay(day))).toEqual([]);
  });

  it('are preceded or followed by the short days that were published since 1999-11-26', () => {
    const short = days('1999-11-26', '2028-12-31').filter(isShortDay).map(isoOf);
    const sunday = '2017-12-24'; // published, though nothing is traded on a Sunday
    expect(short).toEqual(published.early_closes.filter((day) => day !== sunday));
    expect(weekdayOf(dayOf(sunday))).toBe(0);
  });

  it.each([
    ['2021-12-31', true], // New Year 2022 was a Saturday
    ['2027-12-31', true],
    ['2022-06-20', false],
    ['2021-06-18', true], // Juneteenth was not kept yet
  ])('%s: traded %s', (day, expected) => {
    expect(isTradingDay(dayOf(day))).toBe(expected);
  });
});

describe('the clock of New York', () => {
  it.each([
    ['2026-01-08', '2026-01-08T21:00'],
    ['2026-03-06', '2026-03-06T21:00'],
    ['2026-03-09', '2026-03-09T20:00'],
    ['2026-10-30', '2026-10-30T20:00'],
    ['2026-11-02', '2026-11-02T21:00'],
    ['2026-11-27', '2026-11-27T18:00'],
    ['2006-04-03', '2006-04-03T20:00'],
    ['2006-03-31', '2006-03-31T21:00'],
    ['2006-10-27', '2006-10-27T20:00'],
    ['2006-10-30', '2006-10-30T21:00'],
  ])('the session of %s ends at %s UTC', (day, expected) => {
    expect(utc(closeOf(dayOf(day)))).toBe(expected);
  });

  it('agrees with the time zone database at every hour of 2000 to 2030', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
    fc.assert(
      fc.property(fc.integer({ min: dayIn(2000, 1, 1) * 24, max: dayIn(2030, 1, 1) * 24 }), (hour) => {
        expect(isoOf(newYorkDay(hour * 3600))).toBe(zone.format(new Date(hour * 3_600_000)));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['2026-01-08T23:59:59-05:00', '2026-01-08'],
    ['2026-01-09T05:00:00Z', '2026-01-09'],
    ['2026-03-08T00:30:00-05:00', '2026-03-08'],
    ['2026-11-01T00:30:00-04:00', '2026-11-01'],
    ['2026-10-31T23:30:00-04:00', '2026-10-31'],
    ['2026-11-01T23:59:00-05:00', '2026-11-01'],
    ['2026-01-09T08:00:00+09:00', '2026-01-08'],
  ])('%s is %s there', (moment, day) => {
    expect(isoOf(newYorkDay(momentOf(moment)))).toBe(day);
  });
});

describe('market hours', () => {
  it.each([
    ['a session', '2026-01-08T00:00:00-05:00', '2026-01-09T00:00:00-05:00', 6.5],
    ['within a session', '2026-01-08T10:00:00-05:00', '2026-01-08T11:30:00-05:00', 1.5],
    ['before it opens', '2026-01-08T04:00:00-05:00', '2026-01-08T09:30:00-05:00', 0],
    ['over a weekend', '2026-01-09T16:00:00-05:00', '2026-01-12T09:30:00-05:00', 0],
    ['over a holiday (2026-01-19)', '2026-01-16T16:00:00-05:00', '2026-01-20T10:30:00-05:00', 1],
    ['of a short day', '2026-11-27T09:00:00-05:00', '2026-11-27T17:00:00-05:00', 3.5],
    ['over the change to summer time', '2026-03-06T16:00:00-05:00', '2026-03-09T10:30:00-04:00', 1],
    ['four sessions, two hours short', '2026-01-08T16:00:00-05:00', '2026-01-14T14:00:00-05:00', 24],
    ['backwards', '2026-01-09T16:00:00-05:00', '2026-01-08T10:00:00-05:00', 0],
    ['said from Tokyo', '2026-01-08T23:00:00+09:00', '2026-01-09T06:00:00+09:00', 6.5],
  ])('%s', (_, from, to, expected) => {
    expect(hours(from, to)).toBe(expected);
  });

  it('add up, wherever the time is cut', () => {
    const second = fc.integer({ min: momentOf('2025-10-01T00:00:00Z'), max: momentOf('2026-04-30T00:00:00Z') });
    fc.assert(
      fc.property(fc.tuple(second, second, second), (moments) => {
        const [a, b, c] = [...moments].sort((x, y) => x - y) as [number, number, number];
        expect(tradedBetween(a, b) + tradedBetween(b, c)).toBe(tradedBetween(a, c));
      }),
      { numRuns: 300 },
    );
  });
});
