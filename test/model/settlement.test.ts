// On which day orders trade and settle: T+1 in trading days.
import { describe, expect, test } from 'vitest';
import { settlementDay, tradeDay } from '../../src/model/settlement.ts';

describe('an order that is typed at a moment trades', () => {
  test.each([
    ['2026-01-08T10:00:00-05:00', '2026-01-08', 'on a Thursday morning that day'],
    ['2026-01-08T16:00:00-05:00', '2026-01-09', 'at the close the next day'],
    ['2026-01-09T17:00:00-05:00', '2026-01-12', 'on Friday evening on Monday'],
    ['2026-01-17T12:00:00-05:00', '2026-01-20', 'before Martin Luther King’s day on the Tuesday'],
    ['2026-01-09T02:00:00+01:00', '2026-01-09', 'after the close of the day that it still is in New York on the next'],
    ['2026-11-27T13:30:00-05:00', '2026-11-30', 'after a short day on the next trading day'],
  ])('%s: %s, %s', (now, day) => {
    expect(tradeDay(now)).toBe(day);
  });
});

describe('a trade settles', () => {
  test.each([
    ['2026-01-08', '2026-01-09'],
    ['2026-01-09', '2026-01-12'],
    ['2026-01-16', '2026-01-20'],
    ['2026-04-02', '2026-04-06'],
    ['2026-12-31', '2027-01-04'],
  ])('of %s on %s', (traded, settled) => {
    expect(settlementDay(traded)).toBe(settled);
  });
});
