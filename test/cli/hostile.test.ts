// SPEC 8: any input up to 1 MiB is answered, within 2 s and 512 MiB, without an uncaught exception. Here the memory and the
// answer are held; the time only so far that nothing hangs, because a test machine may be busy. `npm run bench -- hostile`
// prints the figures of all inputs.
import { expect, it } from 'vitest';
import { HOSTILE } from '../../bench/hostile-inputs.mjs';
import { runHostile } from '../../bench/run-hostile.mjs';

/** What the specification names, and of the others the costliest for each way in. */
const TRIED = [
  '39 KB of *a_',
  '20,000 quote marks',
  'a table of 50,000 rows',
  'one line of 1 MiB of letters',
  '5,000 nested items in one line',
  '5,000 nested items in as many lines',
  '3,900 lines of 20 quote marks',
  '1 MiB of short lines',
  '10,000 directives on as many tickers',
  '20,000 lots of one ticker',
  '5,000 holdings',
  '1,000 holdings with links and code',
  'everything at half of its limit',
  'a market file of 24,000 unknown keys',
  'a market file of one long string',
  'a stock file of one long thesis',
  'a config of 24,000 caps',
  'sectors of quotation marks',
  'positions of tabs',
  'transactions of 15,000 rows that are alike',
];

it.each(TRIED)('answers %s', (name) => {
  const input = HOSTILE.get(name);
  if (input === undefined) throw new Error(`no such input: ${name}`);
  expect(Buffer.byteLength(input.text)).toBeLessThanOrEqual(1024 * 1024);
  const { status, signal, stderr, mebibytes } = runHostile(input, 10_000);
  expect(signal).toBeNull();
  expect([0, 10, 20, 2]).toContain(status);
  expect(stderr).not.toContain('internal-error');
  expect(mebibytes).toBeLessThanOrEqual(512);
  if (input.read === true) expect(stderr).not.toContain('too-large');
});
