import { expect, it } from 'vitest';
import { readDate } from '../../src/parse/read-date.ts';

it.each([
  ['2026-01-08, 10:00 AM MST', '2026-01-08'],
  ['2026-01-08T16:00:00-05:00', '2026-01-08'],
  ['January 8, 2026', '2026-01-08'],
  ['Thursday, Jan. 8th, 2026', '2026-01-08'],
  ['8 January 2026', '2026-01-08'],
  ['1/8/2026', '2026-01-08'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', 'impossible'],
  ['2026-13-01', 'impossible'],
  ['April 31, 2026', 'impossible'],
  ['soon', 'absent'],
  ['', 'absent'],
])('%s is %s', (text, expected) => {
  const reading = readDate(text);
  expect(reading.kind === 'day' ? reading.day : reading.kind).toBe(expected);
});
