import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const examples = path.join(import.meta.dirname, '../../examples');

/** What `po fill` says to these arguments, told twice to one account. */
const twice = async (...args: readonly string[]) =>
  inCopyOf(examples, async (folder) => {
    await runPo(['rebalance', 'Portfolio.md', '--now', NOW, '--quiet'], folder);
    const first = await runPo(['fill', ...args], folder);
    return { first, second: await runPo(['fill', ...args], folder) };
  });

describe('options beside the words of a fill', () => {
  test.each([
    ['words', ['SOLD 100 NEM @ 104.40', '--id', 'A17', '--fees', '1.25', '--at', '2026-01-09T10:31']],
    ['the number of the order', ['--order', '1', '--shares', '100', '--price', '104.40', '--id', 'A17']],
  ])('belong to it when it is told by %s', async (_, args) => {
    const { first, second } = await twice(...args);
    expect(first.out).toContain('recorded SELL 100 NEM at $104.40');
    expect(second.out).toContain('already recorded');
    expect([first.exit, second.exit]).toEqual([0, 0]);
  });

  test('count in the books', async () => {
    const { first } = await twice('SOLD 100 NEM @ 104.40', '--fees', '1.25');
    expect(first.out).toContain('Cash $16,728.90'); // 6,290.15 + 10,440.00 - 1.25
  });

  test.each([
    ['several fills', ['SOLD 1 NEM @ 104.40', 'SOLD 2 NEM @ 104.50', '--id', 'A17']],
    ['standard input', ['-', '--fees', '1.25']],
    ["a broker's export", ['--csv', 'transactions.csv', '--at', '2026-01-09']],
    ['an order and words', ['SOLD 1 NEM @ 104.40', '--order', '1']],
  ])('are refused beside %s', async (_, args) => {
    const { first } = await twice(...args);
    expect(first.err).toContain('fill-options-unclear');
    expect(first.exit).toBe(2);
  });
});
