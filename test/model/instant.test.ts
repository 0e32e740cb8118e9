import { describe, expect, it } from 'vitest';
import { hasPassed, instantOf, minutesLater } from '../../src/model/instant.ts';

describe('instantOf', () => {
  it.each([
    ['2026-01-08T16:00:00-05:00', '2026-01-08T21:00:00Z'],
    ['2026-01-08T16:00-05:00', '2026-01-08T21:00:00Z'],
    ['2026-01-09T02:30:00+05:30', '2026-01-08T21:00:00Z'],
  ])('%s is %s', (a, b) => {
    expect(instantOf(a)).toBe(instantOf(b));
    expect(instantOf(a)).toBe(Date.UTC(2026, 0, 8, 21));
  });

  it.each([
    'yesterday',
    '2026-01-08',
    '2026-01-08T16:00:00',
    '2026-02-30T16:00:00Z',
    '2026-13-01T16:00:00Z',
    '2026-01-08T25:00:00Z',
    '2026-01-08T16:00:00-05:00 ',
    '2026-01-08T16:00:00.5Z',
    '',
  ])('%j is none', (text) => {
    expect(instantOf(text)).toBeUndefined();
  });
});

describe('minutesLater keeps the offset', () => {
  it.each([
    ['2026-01-08T16:00:00-05:00', 30, '2026-01-08T16:30:00-05:00'],
    ['2026-01-08T16:00-05:00', 30, '2026-01-08T16:30:00-05:00'],
    ['2026-12-31T23:45:00+05:30', 30, '2027-01-01T00:15:00+05:30'],
    ['2026-01-08T21:00:00Z', 1440, '2026-01-09T21:00:00Z'],
  ])('%s and %i minutes is %s', (moment, minutes, later) => {
    expect(minutesLater(moment, minutes)).toBe(later);
    expect((instantOf(later) ?? 0) - (instantOf(moment) ?? 0)).toBe(minutes * 60_000);
  });
});

describe('hasPassed', () => {
  it.each([
    ['the moment itself', '2026-01-08T16:00:00-05:00', '2026-01-08T16:00:00-05:00', false],
    ['the same moment elsewhere, which reads later', '2026-01-08T16:00:00-05:00', '2026-01-09T02:30:00+05:30', false],
    ['a second later', '2026-01-08T16:00:00-05:00', '2026-01-08T16:00:01-05:00', true],
    ['later, though it reads earlier', '2026-01-08T16:00:00-05:00', '2026-01-08T13:00:01-08:00', true],
    ['earlier, though it reads later', '2026-01-08T16:00:00-05:00', '2026-01-08T21:59:59+01:00', false],
    ['a moment that cannot be read has passed', 'soon', '2026-01-08T16:00:00-05:00', true],
  ])('%s', (_, moment, at, passed) => {
    expect(hasPassed(moment, at)).toBe(passed);
  });
});
