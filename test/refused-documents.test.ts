// A document of no use is named, with how many of its lines look like instructions, and nothing is written.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, runPo } from './run-po.ts';

const shapes = path.join(import.meta.dirname, '../fixtures/shapes');
const NOW = ['--now', '2026-01-08T16:00:00-05:00'];

describe.each([
  ['wrong-language', 'wrong-language', 2],
  ['not-a-portfolio', 'not-a-portfolio', 8],
  ['unfilled-template', 'template-unfilled', 3],
  ['options-book', 'options-book', 5],
])('%s', (story, code, count) => {
  it.each(['rebalance', 'check'])('po %s refuses it by name and count, with exit code 2', async (command) => {
    await inCopyOf(path.join(shapes, story), async (copy) => {
      const before = readdirSync(copy, { recursive: true });
      const { exit, out, err } = await runPo([command, 'Portfolio.md', ...NOW], copy);
      expect(exit).toBe(2);
      expect([...err.matchAll(/^\S+ (?:error|warning|note) ([a-z-]+)$/gm)].map(([, found]) => found)).toEqual([code]);
      expect(err.replace(/\s+/g, ' ')).toContain(`lines that look like instructions: ${count}, none of them read`);
      if (command === 'rebalance') expect(out).toBe('');
      expect(readdirSync(copy, { recursive: true })).toEqual(before);
      expect(readFileSync(path.join(copy, 'Portfolio.md'), 'utf8')).toBe(
        readFileSync(path.join(shapes, story, 'Portfolio.md'), 'utf8'),
      );
    });
  });
});
