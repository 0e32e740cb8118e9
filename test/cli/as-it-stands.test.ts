import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const examples = path.join(import.meta.dirname, '../../examples');

test('a changed portfolio without its last line waits for a word', async () => {
  await inCopyOf(examples, async (folder) => {
    const portfolio = path.join(folder, 'Portfolio.md');
    await runPo(['rebalance', 'Portfolio.md', '--now', NOW, '--quiet'], folder);
    await runPo(['fill', 'SOLD 320 NEM @ 104.40'], folder);
    const changed = readFileSync(portfolio, 'utf8')
      .replace('A. Trader', 'B. Trader')
      .replace(/<!-- po:journal .*\n$/u, '');
    writeFileSync(portfolio, changed);
    const refused = await runPo(['status'], folder);
    expect(refused.err).toContain('anchor-missing');
    expect(refused.exit).toBe(3);
    expect(readFileSync(portfolio, 'utf8')).toBe(changed);
    const taken = await runPo(['status', '--as-it-stands'], folder);
    expect(taken.out).toContain('+ **Portfolio Owner:** B. Trader');
    expect([taken.exit, (await runPo(['verify'], folder)).exit]).toEqual([0, 0]);
    expect(readFileSync(portfolio, 'utf8').startsWith(changed)).toBe(true);
  });
});
