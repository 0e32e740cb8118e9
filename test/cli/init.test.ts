// A starter that can be planned as it is, in a folder where nothing is in its way.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runPo } from '../run-po.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'po-init-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const filesIn = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

describe('po init', () => {
  it('writes a starter and nothing else', async () => {
    expect(await runPo(['init'], folder)).toMatchObject({ exit: 0, err: '' });
    expect(filesIn()).toEqual([
      'Portfolio.md',
      'config/constraints.json',
      'config/constraints.schema.json',
      'market.json',
    ]);
  });

  it('writes what is planned SAFE as it is, without a note, on the day of the clock or the stated one', async () => {
    for (const [into, now] of [
      ['by-clock', []],
      ['stated', ['--now', '2031-03-31T23:59:00+14:00']],
    ] as const) {
      await runPo(['init', into, ...now], folder);
      const inside = path.join(folder, into);
      expect(await runPo(['check', 'Portfolio.md', ...now], inside)).toMatchObject({ exit: 0, err: '' });
      const { exit, err, out } = await runPo(['rebalance', 'Portfolio.md', ...now], inside);
      expect([exit, err, out.startsWith('SAFE: 3 orders to enter (plan')]).toEqual([0, '', true]);
    }
    expect(readFileSync(path.join(folder, 'by-clock/Portfolio.md'), 'utf8')).toContain('As of: 2026-01-08\n');
    expect(readFileSync(path.join(folder, 'stated/market.json'), 'utf8')).toContain('"as_of": "2031-03-31"');
  });

  it('writes the limits that hold without a config, where they can be changed', async () => {
    await runPo(['init'], folder);
    const source = (line: string): string => line.replace(/ {2,}\S+$/, '');
    const lines = async (cwd: string) => (await runPo(['config'], cwd)).out.split('\n').slice(2).map(source);
    expect(await lines(folder)).toEqual(await lines(tmpdir()));
  });

  it.each(['Portfolio.md', 'market.json', 'config/constraints.json'])(
    'leaves everything alone where %s is',
    async (name) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), 'mine');
      const { exit, out, err } = await runPo(['init'], folder);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain(`${name} exists already`);
      expect(filesIn()).toEqual([name]);
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe('mine');
    },
  );
});
