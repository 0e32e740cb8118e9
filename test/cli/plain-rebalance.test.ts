// What is read without commander is read as commander would.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { plainRebalance } from '../../src/cli/plain-rebalance.ts';
import { run } from '../../src/cli/program.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { NOW } from '../run-po.ts';
import { runs } from '../properties/chance.ts';

const calls: unknown[][] = [];
vi.mock('../../src/cli/rebalance-command.ts', () => ({
  rebalanceCommand: (...all: unknown[]) => {
    calls.push(all.slice(1));
    return Promise.resolve(0);
  },
}));

const shell: Shell = {
  out: () => undefined,
  err: () => undefined,
  readStdin: () => Promise.resolve(Buffer.of()),
  clock: () => new Date(NOW),
  cwd: '/',
  width: 100,
  watched: false,
  ascii: false,
  colour: { out: false, err: false },
};

/** What commander makes of the words: the file and the options, or nothing where it has an error or a page of help. */
const byCommander = async (words: readonly string[]): Promise<unknown> => {
  calls.length = 0;
  await run(['rebalance', ...words], shell);
  return calls[0];
};

const option = fc.constantFrom('--market', '--sectors', '--config', '--now', '--out', '--stock', '--basis');
const value = fc.constantFrom('a.json', 'total', 'invested', NOW, '-', '-x', '', '--json', '--', 'a b');
const flag = fc.constantFrom(
  '--json',
  '--quiet',
  '--accept-exceptions',
  '--fewest-orders',
  '--no-sell',
  '--help',
  '-h',
  '--',
  '-q',
  '--js',
  '--out=x',
  '-V',
);
const words = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(option, value) },
      { weight: 3, arbitrary: fc.constantFrom(['Portfolio.md'], ['p/P.md']) },
      { weight: 2, arbitrary: fc.tuple(flag) },
      { weight: 1, arbitrary: fc.tuple(option) },
      { weight: 1, arbitrary: fc.tuple(value) },
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.flat());

it('reads its options as commander does, or leaves them to it', async () => {
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(words, async (given) => {
      const read = plainRebalance(given);
      if (read === undefined) return;
      plain += 1;
      expect([read.file, read.options], given.join(' ')).toEqual(await byCommander(given));
    }),
    runs(2000),
  );
  expect(plain).toBeGreaterThan(200);
});

it.each([
  [[], 'no file'],
  [['a', 'b'], 'two files'],
  [['a', '--basis', 'half'], 'a word that the option does not know'],
  [['a', '--out'], 'an option without its value'],
  [['a', '--help'], 'a page of help'],
  [['a', '--jsn'], 'an option that there is not'],
])('leaves %j to commander: %s', (given) => {
  expect(plainRebalance(given)).toBeUndefined();
});

it('reads the form that most runs have', () => {
  expect(plainRebalance(['Portfolio.md', '--now', NOW, '--stock', 'a.json', '--stock', 'b.json', '--quiet'])).toEqual({
    file: 'Portfolio.md',
    options: { sell: true, now: NOW, stock: ['a.json', 'b.json'], quiet: true },
  });
});
