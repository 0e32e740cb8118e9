import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, NOW, runPo } from './run-po.ts';

/** How a mistake is provoked, and the one diagnostic that it must provoke. */
interface Mistake {
  readonly args: readonly string[];
  readonly exit: number;
  /** The code of the diagnostic, and `file:line:column` where it has a place. */
  readonly code: string;
  readonly place?: string;
}

const root = path.join(import.meta.dirname, '../fixtures/mistakes');
const folders = readdirSync(root).sort();
/** A replay happens at the stated time of the plan that it makes again. */
const withTime = (args: readonly string[]): readonly string[] =>
  args.includes('--now') || args[0] === 'replay' ? args : [...args, '--now', NOW];
const heading = /^(?:(\S+:\d+:\d+) )?(error|warning|note) ([a-z0-9-]+)$/gm;

describe('every mistake provokes exactly its diagnostic, at its place, in its words', () => {
  it('has at least forty mistakes', () => {
    expect(folders.length).toBeGreaterThanOrEqual(40);
  });

  it.each(folders)('%s', async (folder) => {
    const source = path.join(root, folder);
    const mistake = JSON.parse(readFileSync(path.join(source, 'case.json'), 'utf8')) as Mistake;
    const ran = await inCopyOf(source, (copy) => runPo(withTime(mistake.args), copy));
    const found = [...ran.err.matchAll(heading)].map(([, place, , code]) => ({ place, code }));
    expect(found).toEqual([{ place: mistake.place, code: mistake.code }]);
    expect(ran.exit).toBe(mistake.exit);
    const expected = path.join(source, 'expected.txt');
    if (process.env['GOLDEN'] === 'write') writeFileSync(expected, ran.err);
    expect(ran.err).toBe(readFileSync(expected, 'utf8'));
  });
});
