// Where an import writes, and what it never touches; and lists of sectors for the other commands.
import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const etrade = path.join(import.meta.dirname, '../../fixtures/brokers/etrade-positions');
const examples = path.join(import.meta.dirname, '../../examples');
const EXPORT = 'PortfolioDownload.csv';
const SECTORS = ['--sectors', 'sectors.csv'];

const inEtrade = <T>(use: (copy: string) => Promise<T>): Promise<T> => inCopyOf(etrade, use);
const expected = readFileSync(path.join(etrade, 'expected/Portfolio.md'), 'utf8');

describe('po import', () => {
  it('writes one file and leaves nothing else behind', () =>
    inEtrade(async (copy) => {
      const before = readdirSync(copy);
      expect(await runPo(['import', EXPORT, ...SECTORS], copy)).toMatchObject({ exit: 0 });
      expect(readdirSync(copy).sort()).toEqual([...before, 'Portfolio.md'].sort());
      expect(readFileSync(path.join(copy, 'Portfolio.md'), 'utf8')).toBe(expected);
    }));

  it('writes where --out says, and makes the folder', () =>
    inEtrade(async (copy) => {
      const { out } = await runPo(['import', EXPORT, ...SECTORS, '--out', 'accounts/mine.md'], copy);
      expect(readFileSync(path.join(copy, 'accounts/mine.md'), 'utf8')).toBe(expected);
      expect(out).toContain('po check accounts/mine.md');
      expect(readdirSync(copy)).not.toContain('Portfolio.md');
    }));

  it('prints the document, and nothing else, with --out -', () =>
    inEtrade(async (copy) => {
      expect((await runPo(['import', EXPORT, ...SECTORS, '--out', '-'], copy)).out).toBe(expected);
      expect(readdirSync(copy)).not.toContain('Portfolio.md');
    }));

  it('reads standard input', () =>
    inEtrade(async (copy) => {
      const stdin = readFileSync(path.join(copy, EXPORT), 'utf8');
      const { out } = await runPo(['import', '-', ...SECTORS, '--out', '-'], copy, { stdin });
      expect(out).toBe(expected.replace(`file ${EXPORT}`, 'file stdin'));
    }));

  it.each([
    [
      'a file',
      (at: string) => {
        writeFileSync(at, 'mine');
      },
    ],
    [
      'a link to nothing',
      (at: string) => {
        symlinkSync('elsewhere', at);
      },
    ],
    [
      'a folder',
      (at: string) => {
        mkdirSync(at);
      },
    ],
  ])('overwrites nothing where %s has the name', (_, occupy) =>
    inEtrade(async (copy) => {
      occupy(path.join(copy, 'Portfolio.md'));
      const before = readdirSync(copy);
      const { exit, out, err } = await runPo(['import', EXPORT, ...SECTORS], copy);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('error document-exists');
      expect(readdirSync(copy)).toEqual(before);
    }),
  );

  it('shows neither the folder of the export nor the number of the account in its name', () =>
    inEtrade(async (copy) => {
      mkdirSync(path.join(copy, 'private'));
      const named = path.join(copy, 'private/Positions-98765432.csv');
      writeFileSync(named, readFileSync(path.join(copy, EXPORT)));
      const { out, err } = await runPo(['import', named, '--out', '-'], copy);
      expect(out).toContain('file Positions-####5432.csv');
      expect(`${out}${err}`).not.toMatch(/private|98765432|12345678/);
    }));

  it('is the same on any day for an export that states its date', () =>
    inEtrade(async (copy) => {
      const { out } = await runPo(['import', EXPORT, ...SECTORS, '--out', '-', '--now', '2031-03-31T10:00:00Z'], copy);
      expect(out).toBe(expected);
    }));
});

describe('--sectors', () => {
  const LIST = 'Symbol,Security,GICS Sector\n';
  const rows = /^\| ([A-Z]+) \|.*\| ([A-Za-z ]+) \|$/gm;

  it.each([
    ['a table without the column', (text: string) => text.replace(/^(\|.*)\|[^|\n]*\|$/gm, '$1|')],
    ['cells that say nothing', (text: string) => text.replace(/^(\| [A-Z]+ \|.*\|)[^|\n]*\|$/gm, '$1 Unknown |')],
  ])('gives the same orders for %s', (_, strip) =>
    inCopyOf(examples, async (copy) => {
      const file = path.join(copy, 'Portfolio.md');
      const text = readFileSync(path.join(copy, 'Portfolio-bullets.md'), 'utf8');
      const list = [...text.matchAll(rows)].map(([, ticker = '', sector = '']) => `${ticker},"x, y",${sector}`);
      const args = ['rebalance', 'Portfolio.md', '--json', '--now', NOW];
      const trades = (out: string): unknown => (JSON.parse(out) as { trades: unknown }).trades;
      writeFileSync(file, text);
      const plain = await runPo(args, copy);
      writeFileSync(file, strip(text));
      writeFileSync(path.join(copy, 'sectors.csv'), LIST + list.join('\n'));
      expect(await runPo(args, copy)).toMatchObject({ exit: 2 });
      const listed = await runPo([...args, ...SECTORS], copy);
      expect(listed.exit).toBe(0);
      expect(trades(listed.out)).toEqual(trades(plain.out));
      const { inputs } = JSON.parse(listed.out) as { inputs: readonly { role: string; path: string }[] };
      expect(inputs.map(({ role, path: name }) => [role, name])).toContainEqual(['sectors', 'sectors.csv']);
      const { plan_id: plan } = JSON.parse(listed.out) as { plan_id: string };
      expect(await runPo(['replay', `plans/${plan}`], copy)).toMatchObject({ exit: 0, err: '' });
    }),
  );

  it('does not change what the table says', () =>
    inCopyOf(examples, async (copy) => {
      writeFileSync(path.join(copy, 'sectors.csv'), `${LIST}NEM,Newmont,Energy\n`);
      const args = ['check', 'Portfolio.md', '--now', NOW];
      expect(await runPo([...args, ...SECTORS], copy)).toEqual(await runPo(args, copy));
    }));
});
