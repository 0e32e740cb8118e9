import { describe, expect, it } from 'vitest';
import { ages } from '../../../src/validate/trust/ages.ts';
import { limits, market, stated, stockPick } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

/** A portfolio of Thursday 2026-01-08: its session ends at 16:00. */
const portfolioAt = (now: string, date = '2026-01-08') => {
  const statements = documentThat({}, { now });
  return { ...statements, portfolio: { ...statements.portfolio, asOf: stated(date, 3) } };
};
const marketAt = (now: string, date = '2026-01-08') =>
  documentThat(
    {},
    { now, market: market({ asOf: { ...stated(date, 2), place: { file: 'market.json', line: 2, column: 3 } } }) },
  );
const stockAt = (now: string, date = '2026-01-08') =>
  documentThat({}, { now, stocks: [stockPick('LLY', 'Healthcare', '5', { asOf: stated(date, 8) })] });

const OLD = ['portfolio-old approve Portfolio.md:3'];
const TOO_OLD = ['portfolio-too-old block Portfolio.md:3'];
const FUTURE = ['date-in-future approve Portfolio.md:3'];

describe('a portfolio of 2026-01-08 is at most 24 market-hours and 7 days old', () => {
  it.each([
    ['in the morning of the day', '2026-01-08T08:00:00-05:00', []],
    ['at the end of the session', '2026-01-08T16:00:00-05:00', []],
    ['over the weekend', '2026-01-11T23:00:00-05:00', []],
    ['24 market-hours, less a second', '2026-01-14T13:59:59-05:00', []],
    ['24 market-hours', '2026-01-14T14:00:00-05:00', []],
    ['24 market-hours and a second', '2026-01-14T14:00:01-05:00', OLD],
    ['7 days, less a second', '2026-01-15T15:59:59-05:00', OLD],
    ['7 days', '2026-01-15T16:00:00-05:00', OLD],
    ['7 days and a second', '2026-01-15T16:00:01-05:00', TOO_OLD],
    ['ten months', '2026-11-20T12:00:00-05:00', TOO_OLD],
    ['7 days and a second, said in another zone', '2026-01-15T21:00:01Z', TOO_OLD],
  ])('%s', (_, now, expected) => {
    expect(saidBy(ages, portfolioAt(now))).toEqual(expected);
  });

  it.each([
    ['2026-01-16', '2026-01-20T16:00:00-05:00', []], // a weekend and a holiday lie between
    ['2025-12-24', '2025-12-30T16:00:00-05:00', []], // 3 sessions after a short day: 19.5 hours
    ['2026-01-10', '2026-01-12T16:00:00-05:00', []], // a Saturday
    ['2026-01-10', '2026-01-17T16:00:01-05:00', TOO_OLD],
    ['2026-03-05', '2026-03-12T16:00:00-04:00', OLD], // over the change to summer time the limit stays at the close
    ['2026-03-05', '2026-03-12T16:00:01-04:00', TOO_OLD],
  ])('a portfolio of %s at %s', (date, now, expected) => {
    expect(saidBy(ages, portfolioAt(now, date))).toEqual(expected);
  });

  it('tells the age so that it never looks like the limit', () => {
    const [issue] = ages(portfolioAt('2026-01-14T14:00:01-05:00'), limits().trust);
    expect(issue?.detail).toMatchObject({ date: '2026-01-08', age: '24:01', limit: 24 });
  });

  it.each([
    [{ max_age_market_hours: 1 }, '2026-01-09T10:30:00-05:00', []],
    [{ max_age_market_hours: 1 }, '2026-01-09T10:30:01-05:00', OLD],
    [{ max_age_days: 1 }, '2026-01-09T16:00:00-05:00', []],
    [{ max_age_days: 1 }, '2026-01-09T16:00:01-05:00', TOO_OLD],
    [{ market_max_age_days: 1 }, '2026-01-12T16:00:00-05:00', []],
  ])('%j at %s', (trust, now, expected) => {
    expect(saidBy(ages, portfolioAt(now), trust)).toEqual(expected);
  });
});

describe('a day that is still to come', () => {
  it.each([
    ['2026-01-09', '2026-01-08T23:59:59-05:00', FUTURE],
    ['2026-01-09', '2026-01-09T00:00:00-05:00', []],
    ['2026-01-09', '2026-01-09T08:00:00+09:00', []], // it has come where the person lives
    ['2026-01-08', '2026-01-07T22:00:00-08:00', []], // it has come in New York
    ['2027-01-08', '2026-01-08T16:00:00-05:00', FUTURE],
  ])('a portfolio of %s at %s', (date, now, expected) => {
    expect(saidBy(ages, portfolioAt(now, date))).toEqual(expected);
  });
});

describe('a market or stock file is at most 7 days old', () => {
  it.each([
    ['2026-01-15T16:00:00-05:00', []],
    ['2026-01-15T16:00:01-05:00', ['market-too-old approve market.json:2']],
    ['2026-01-07T16:00:00-05:00', ['date-in-future approve market.json:2']],
  ])('the market file at %s', (now, expected) => {
    expect(saidBy(ages, marketAt(now))).toEqual(expected);
  });

  it.each([
    ['2026-01-15T16:00:00-05:00', []],
    ['2026-01-15T16:00:01-05:00', ['stock-too-old approve Portfolio.md:8']],
    ['2026-01-07T16:00:00-05:00', ['date-in-future approve Portfolio.md:8']],
  ])('the stock file at %s', (now, expected) => {
    expect(saidBy(ages, stockAt(now))).toEqual(expected);
  });

  it('is not told twice of a market that stands in the portfolio document', () => {
    const now = '2026-01-16T16:00:00-05:00';
    const own = { ...portfolioAt(now), market: market({ file: 'Portfolio.md', asOf: stated('2026-01-08', 3) }) };
    expect(saidBy(ages, own)).toEqual(TOO_OLD);
  });

  it('says nothing where nothing is dated', () => {
    const undated = documentThat(
      {},
      { now: '2099-01-01T00:00:00Z', market: market(), stocks: [stockPick('LLY', 'Healthcare', '5')] },
    );
    expect(saidBy(ages, undated)).toEqual([]);
  });
});
