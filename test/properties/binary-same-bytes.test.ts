// The built program writes the same bytes in any time zone and locale: the example, stock files, and random accounts.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { some } from './chance.ts';
import { worlds } from './random-world.ts';
import { marketDocument, portfolioDocument } from './world-document.ts';
import { NOW } from './world-sources.ts';

const checkout = path.resolve(import.meta.dirname, '../..');
const binary = path.join(checkout, 'dist/po.js');

/** Where the day differs from that of the stated time, and where a decimal point is a comma and an i has a dot. */
const PLACES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'Pacific/Pago_Pago', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
] as const;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'po-bytes-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], cwd: string, place: Readonly<Record<string, string>>) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...place },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

/** Everything that a command says and leaves behind, in a folder made for it. */
const outcomes = (args: readonly string[], fill: (into: string) => void): readonly unknown[] =>
  PLACES.map((place) => {
    const into = path.join(folder, 'here');
    rmSync(into, { recursive: true, force: true });
    cpSync(path.join(checkout, 'examples'), into, { recursive: true });
    fill(into);
    const said = run([binary, ...args, '--now', NOW], into, place);
    const files = readdirSync(into, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    return { said, files: files.map((file) => [file, readFileSync(file, 'latin1')]) };
  });

const same = ([first, ...others]: readonly unknown[]): void => {
  for (const other of others) expect(other).toEqual(first);
};

test('the places differ: Node itself counts and writes otherwise there', () => {
  const script =
    'console.log(new Date(process.argv[1]).getHours(), (1234.5).toLocaleString(), "I".toLocaleLowerCase())';
  const said = PLACES.map((place) => run(['-e', script, NOW], folder, place).stdout);
  expect(new Set(said).size).toBe(PLACES.length);
});

test.each(['rebalance Portfolio.md', 'rebalance Portfolio-bullets.md --json', 'validate-stock stocks/nvda.json'])(
  'po %s',
  (words) => {
    same(outcomes(words.split(' '), () => undefined));
  },
);

test('po rebalance on random accounts', () => {
  for (const world of some(worlds, 5).filter(({ directives }) => directives.length > 0)) {
    const results = outcomes(['rebalance', 'Portfolio.md', '--config', 'limits.json'], (into) => {
      writeFileSync(path.join(into, 'Portfolio.md'), portfolioDocument(world));
      writeFileSync(path.join(into, 'market.json'), marketDocument(world));
      writeFileSync(path.join(into, 'limits.json'), JSON.stringify(world.settings));
    });
    same(results);
  }
});
