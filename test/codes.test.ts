// Every code of a diagnostic is explained: `po explain CODE` and docs/codes.md say the same.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODE_LEVELS, type CodeLevel } from '../src/report/code-levels.ts';
import { codePage } from '../src/report/code-page.ts';
import { runPo } from './run-po.ts';

const root = path.join(import.meta.dirname, '..');
const stems = (folder: string, end: string): readonly string[] =>
  readdirSync(path.join(root, folder))
    .map((file) => path.basename(file, end))
    .sort();
const codes = stems('templates/issues', '.hbs');

const WORD: Readonly<Record<CodeLevel, string>> = {
  note: 'note',
  approve: 'warning',
  block: 'error',
  unusable: 'error',
  stale: 'error',
  internal: 'error',
};
const EXIT: Readonly<Record<CodeLevel, number>> = {
  note: 0,
  approve: 10,
  block: 20,
  unusable: 2,
  stale: 3,
  internal: 1,
};

describe('the explanation of a code', () => {
  it('is there for each that has words, and for no other', () => {
    expect(stems('templates/codes', '.txt')).toEqual(codes);
    expect([...CODE_LEVELS.keys()].sort()).toEqual(codes);
  });

  it('names the level and the exit code of every mistake', () => {
    const wrong = stems('fixtures/mistakes', '').filter((name) => {
      const at = (file: string): string => readFileSync(path.join(root, 'fixtures/mistakes', name, file), 'utf8');
      const { code, exit } = JSON.parse(at('case.json')) as { code: string; exit: number };
      const word = new RegExp(`^(?:\\S+ )?(error|warning|note) ${code}$`, 'm').exec(at('expected.txt'))?.[1];
      const levels = CODE_LEVELS.get(code) ?? [];
      // Only an error alone decides the exit code: a command that plans nothing ends well beside a warning.
      return !levels.some((level) => WORD[level] === word && (word !== 'error' || EXIT[level] === exit));
    });
    expect(wrong).toEqual([]);
  });

  it('says why, in a sentence that ends', () => {
    for (const code of codes) {
      const why = readFileSync(path.join(root, 'templates/codes', `${code}.txt`), 'utf8');
      expect(why, code).toMatch(/^(?:[A-Z“]|po |plan.json |inputs.json )[^{}]{15,}[.!”]\n$/u);
    }
  });

  it('stands in docs/codes.md, word for word', () => {
    const pages = codes.map((code) => {
      const [, why = '', levels = '', example = ''] =
        /^[^\n]*\n\n([\s\S]*?)\n\n((?:(?:note|warning|error) .*\n?)+)(?:\nFor example:\n\n([\s\S]*))?$/u.exec(
          codePage(code, { width: 10_000 }) ?? '',
        ) ?? [];
      const list = levels
        .trim()
        .split('\n')
        .map((line) => line.replace(/^(\w+) +(.*)$/u, '* **$1**: $2'));
      const shown = example === '' ? [] : ['', '```text', example.replace(/^ {2}/gmu, '').trimEnd(), '```'];
      return [`## ${code}`, '', why.replaceAll('\n', ' '), '', ...list, ...shown].join('\n');
    });
    const head = `# The codes of diagnostics\n\nStable names for scripts and for \`po explain CODE\`. Generated: the words stand in templates/codes/, the examples in fixtures/mistakes/; \`npm run golden\` writes this page.\n`;
    const text = `${[head, ...pages].join('\n')}\n`;
    const file = path.join(root, 'docs/codes.md');
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, text);
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(text.split('\n').filter((line) => line !== ''));
  });
});

describe('po explain CODE', () => {
  it.each(codes)('%s', async (code) => {
    const { exit, out, err } = await runPo(['explain', code], root);
    expect([exit, err]).toEqual([0, '']);
    expect(out.startsWith(`${code}\n\n`)).toBe(true);
    expect(out).toMatch(/^(?:note|warning|error) {2,}/mu);
  });
});
