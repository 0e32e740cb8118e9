// The picture of real output in the README is real.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inCopyOf, runPo } from './run-po.ts';

const root = path.join(import.meta.dirname, '..');

it('shows what the first of its two commands prints', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, args = ''] = /npx po (rebalance [^\n`]*?)\s+#/.exec(readme) ?? [];
  const [, shown = ''] = /```text\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const copy = mkdtempSync(path.join(tmpdir(), 'po-readme-'));
  try {
    for (const part of ['examples', 'config'])
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    rmSync(path.join(copy, 'examples/plans'), { recursive: true, force: true });
    const { out, exit } = await runPo(args.split(/\s+/), copy);
    expect(exit).toBe(0);
    expect(out.trimEnd()).toBe(shown);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

it.each([
  ['init', 'examples'],
  ['import', 'fixtures/brokers/etrade-positions'],
])('shows what `po %s` prints', async (command, folder) => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const example = new RegExp(`\\$ npx po (${command} [^\\n]*)\\n\`\`\`\\n\\n\`\`\`text\\n([\\s\\S]*?)\\n\`\`\``);
  const [, args = '', shown = ''] = example.exec(readme) ?? [];
  const { out, exit } = await inCopyOf(path.join(root, folder), (copy) => runPo(args.split(' '), copy));
  expect(exit).toBe(0);
  expect(out.trimEnd()).toBe(shown);
});
