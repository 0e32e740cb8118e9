// What brokers export becomes a Portfolio.md that the rest of the program reads without complaint.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportRows } from '../src/parse/export-rows.ts';
import { POSITION_LAYOUTS } from '../src/parse/read-positions.ts';
import { inCopyOf, NOW, runPo } from './run-po.ts';

/** How the export in a folder is imported. */
interface Case {
  readonly args: readonly string[];
  readonly input: string;
}

/** The headings of what needs doing; notes only inform, for instance about a sector of one's own. */
const COMPLAINT = /^(?:\S+ )?(?:error|warning) .*$/gm;

const root = path.join(import.meta.dirname, '../fixtures/brokers');
const folders = readdirSync(root)
  .filter((id) => existsSync(path.join(root, id, 'case.json')))
  .sort();
const caseOf = (id: string): Case => JSON.parse(readFileSync(path.join(root, id, 'case.json'), 'utf8')) as Case;
const inputOf = (id: string): string => readFileSync(path.join(root, id, caseOf(id).input), 'utf8');
const imported = async (id: string, copy: string) => {
  const ran = await runPo([...caseOf(id).args, '--now', NOW], copy);
  return { ...ran, document: readFileSync(path.join(copy, 'Portfolio.md'), 'utf8') };
};

describe.each(folders)('%s', (id) => {
  it('gives the document that it gave before', async () => {
    const { exit, out, err, document } = await inCopyOf(path.join(root, id), (copy) => imported(id, copy));
    const given = { 'Portfolio.md': document, 'stdout.txt': out, 'stderr.txt': err };
    const expected = path.join(root, id, 'expected');
    if (process.env['GOLDEN'] === 'write') {
      mkdirSync(expected, { recursive: true });
      for (const [name, text] of Object.entries(given)) writeFileSync(path.join(expected, name), text);
    }
    expect(exit).toBe(0);
    for (const [name, text] of Object.entries(given))
      expect(text, name).toBe(readFileSync(path.join(expected, name), 'utf8'));
  });

  it('gives a document that is read without complaint once it has an action plan', async () => {
    await inCopyOf(path.join(root, id), async (copy) => {
      const { document } = await imported(id, copy);
      const before = await runPo(['check', 'Portfolio.md', '--now', NOW], copy);
      expect(before.err.match(COMPLAINT)).toEqual(['Portfolio.md:1:1 error action-plan-missing']);
      const ticker = /^\| ([A-Z.]+) /m.exec(document.slice(document.indexOf('| :--')))?.[1] ?? '';
      writeFileSync(path.join(copy, 'Portfolio.md'), document.replace(/<!--.*-->/s, `- Sell 1 share of ${ticker}`));
      const checked = await runPo(['check', 'Portfolio.md', '--now', NOW], copy);
      expect(checked.err.match(COMPLAINT)).toBe(null);
      const planned = await runPo(['rebalance', 'Portfolio.md', '--now', NOW, '--json'], copy);
      const { trades } = JSON.parse(planned.out) as { trades: readonly { ticker: string; shares: number }[] };
      expect(trades.map(({ ticker: traded, shares }) => [traded, shares])).toEqual([[ticker, 1]]);
    });
  });

  it('shows no account number', async () => {
    const { out, err, document } = await inCopyOf(path.join(root, id), (copy) => imported(id, copy));
    expect(`${out}${err}${document}`).not.toMatch(/[1-9]?1234567|98765432/);
  });

  it('is recognised by its own layout and no other', () => {
    const rows = exportRows(inputOf(id), 'x').value ?? [];
    expect(POSITION_LAYOUTS.filter(({ read }) => read(rows) !== undefined).map((layout) => layout.id)).toEqual([id]);
  });
});

it('has a fixture for every layout', () => {
  expect(POSITION_LAYOUTS.map((layout) => layout.id).sort()).toEqual(folders);
});
