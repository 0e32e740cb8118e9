// Many accounts in threads: the real program, because threads run what was built.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOW } from '../run-po.ts';

const root = path.join(import.meta.dirname, '../..');
const program = path.join(root, 'dist/po.js');

let home: string;

/** Accounts of every kind, in this order: SAFE, BLOCKED, CONDITIONAL, unusable, not there, and SAFE many times. */
const SOURCES = ['examples', 'fixtures/scenarios/targets-sum-to-103', 'fixtures/scenarios/sector-to-45-percent'];
const MANY = 70;

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'po-batch-'));
  for (const [index, source] of SOURCES.entries())
    cpSync(path.join(root, source), path.join(home, String(index)), {
      recursive: true,
      filter: (file) => path.basename(file) !== 'plans',
    });
  mkdirSync(path.join(home, 'notes'));
  writeFileSync(path.join(home, 'notes/Portfolio.md'), '# Notes\n\nNothing to see here.\n');
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const accounts = (): readonly string[] => [
  ...SOURCES.map((_, index) => `${index}/Portfolio.md`),
  'notes/Portfolio.md',
  'nowhere/Portfolio.md',
  ...Array.from({ length: MANY }, () => '0/Portfolio.md'),
];

const po = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: home, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
};

const batch = (...args: readonly string[]) => po('batch', '--now', NOW, ...args);

interface Line {
  readonly account: string;
  readonly exit: number;
  readonly verdict?: string;
  readonly plan_id?: string;
  readonly issues?: readonly { readonly code: string }[];
}

const linesOf = (text: string): readonly Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('po batch', () => {
  it('prints one line an account in their order, and one that is of no use stops none of the others', () => {
    const { exit, out, err } = batch(...accounts());
    const lines = linesOf(out);
    expect(lines.map(({ account }) => account)).toEqual(accounts());
    expect(lines.slice(0, 5).map((line) => [line.exit, line.verdict, line.issues?.[0]?.code])).toEqual([
      [0, 'SAFE', undefined],
      [20, 'BLOCKED', undefined],
      [10, 'CONDITIONAL', undefined],
      [2, undefined, expect.any(String)],
      [2, undefined, 'file-missing'],
    ]);
    expect([exit, err]).toEqual([2, '']);
    expect(existsSync(path.join(home, '0/plans'))).toBe(false);
  });

  it('says the same bytes with any number of threads', () => {
    const one = batch('--threads', '1', ...accounts());
    expect(batch('--threads', '3', ...accounts()).out).toBe(one.out);
  });

  it('gives each plan the id that po rebalance gives it, and with --plans the same files', () => {
    const [safe] = linesOf(batch('--plans', '0/Portfolio.md').out);
    const byBatch = readFileSync(path.join(home, '0/plans', safe?.plan_id ?? '', 'report.md'), 'utf8');
    rmSync(path.join(home, '0/plans'), { recursive: true });
    expect(po('rebalance', '0/Portfolio.md', '--now', NOW, '--quiet').exit).toBe(0);
    expect(readdirSync(path.join(home, '0/plans'))).toEqual([safe?.plan_id]);
    expect(readFileSync(path.join(home, '0/plans', safe?.plan_id ?? '', 'report.md'), 'utf8')).toBe(byBatch);
    rmSync(path.join(home, '0/plans'), { recursive: true });
  });

  it('reads a manifest, relative to where it lies', () => {
    mkdirSync(path.join(home, 'lists'), { recursive: true });
    writeFileSync(path.join(home, 'lists/all'), '# the family\n../0/Portfolio.md\n\n  ../2/Portfolio.md\r\n');
    const { exit, out } = batch('--manifest', 'lists/all');
    expect(linesOf(out).map(({ account }) => account)).toEqual(['0/Portfolio.md', '2/Portfolio.md']);
    expect(exit).toBe(10);
  });

  it('goes on where a run was cut short, at any byte, and ends with the same file and exit code', () => {
    const whole = path.join(home, 'whole');
    expect(batch('--to', 'whole', ...accounts()).exit).toBe(2);
    const bytes = readFileSync(whole);
    for (const at of [0, 1, Math.floor(bytes.length / 3), bytes.length - 1, bytes.length]) {
      cpSync(whole, path.join(home, 'cut'));
      truncateSync(path.join(home, 'cut'), at);
      expect(po('batch', '--to', 'cut', ...(at < 2 ? ['--now', NOW] : []), ...accounts()).exit).toBe(2);
      expect(readFileSync(path.join(home, 'cut')).equals(bytes)).toBe(true);
    }
  });

  it('does not go on after lines of other accounts or of another time, and leaves them as they are', () => {
    const { out } = batch('0/Portfolio.md');
    writeFileSync(path.join(home, 'other'), out);
    for (const args of [['1/Portfolio.md'], ['--now', '2026-01-08T17:00:00-05:00', '0/Portfolio.md']]) {
      const { exit, err } = po('batch', '--to', 'other', ...args);
      expect([exit, /error (\S+)/u.exec(err)?.[1]]).toEqual([2, 'batch-other-lines']);
      expect(readFileSync(path.join(home, 'other'), 'utf8')).toBe(out);
    }
  });

  it('says nothing of its progress where nobody watches', () => {
    expect(batch('0/Portfolio.md').err).toBe('');
  });
});
