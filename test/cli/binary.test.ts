// A handful of runs of the real, bundled program.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, NOW } from '../run-po.ts';

const root = path.join(import.meta.dirname, '../..');
const binary = path.join(root, 'dist/po.js');
const examples = path.join(root, 'examples');

const po = (args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [binary, ...args], { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });

const writtenBy = (copy: string): Readonly<Record<string, string>> => {
  const plans = path.join(copy, 'plans');
  return Object.fromEntries(
    readdirSync(plans, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .sort()
      .map((file) => [path.relative(plans, file), readFileSync(file, 'utf8')]),
  );
};

describe('the bundled program', () => {
  it('turns the example into a SAFE plan', async () => {
    await inCopyOf(examples, (copy) => {
      const ran = po(['rebalance', 'Portfolio.md', '--now', NOW], copy);
      expect([ran.status, ran.stderr]).toEqual([0, '']);
      expect(ran.stdout).toMatch(/^SAFE/);
      return Promise.resolve();
    });
  });

  it('gives the same bytes in three time zones and locales', async () => {
    const worlds = [
      { TZ: 'America/New_York', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
      { TZ: 'Asia/Kolkata', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
      { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ];
    const results = await Promise.all(
      worlds.map((world) =>
        inCopyOf(examples, (copy) => {
          const { stdout } = po(['rebalance', 'Portfolio.md', '--now', NOW], copy, world);
          return Promise.resolve({ stdout, files: writtenBy(copy) });
        }),
      ),
    );
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    expect(Object.keys(results[0]?.files ?? {})).toHaveLength(8);
  });

  it('prints its version and its help', () => {
    const version = execFileSync(process.execPath, [binary, '--version'], { encoding: 'utf8' });
    const { version: expected } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(version.trim()).toBe(expected);
    expect(execFileSync(process.execPath, [binary, '--help'], { encoding: 'utf8' })).toContain('validate-stock');
  });
});

describe('the bundled program says what the sources say', () => {
  const fixtures = path.join(root, 'fixtures/mistakes');
  const telling = readdirSync(fixtures).filter(
    (name) => /^(foreign-currency|number|range|decimal|option|restriction)/.test(name) && !name.endsWith('--fill'),
  );

  it('has fixtures with characters beyond ASCII to compare', () => {
    const texts = telling.map((name) => readFileSync(path.join(fixtures, name, 'expected.txt'), 'utf8'));
    expect(texts.filter((text) => /[^\x00-\x7f]/.test(text)).length).toBeGreaterThan(5);
  });

  it.each(telling)('%s', async (name) => {
    const source = path.join(fixtures, name);
    const { args, exit } = JSON.parse(readFileSync(path.join(source, 'case.json'), 'utf8')) as {
      args: readonly string[];
      exit: number;
    };
    await inCopyOf(source, (copy) => {
      const ran = po([...args, '--now', NOW], copy);
      expect([ran.status, ran.stderr]).toEqual([exit, readFileSync(path.join(source, 'expected.txt'), 'utf8')]);
      return Promise.resolve();
    });
  });
});
