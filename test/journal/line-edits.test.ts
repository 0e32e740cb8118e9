import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, applyChange } from '../../src/journal/document-change.ts';
import { applyEdits, diffLines } from '../../src/journal/line-edits.ts';
import { bytesOf } from '../../src/journal/text.ts';
import { runs } from '../properties/chance.ts';
import { sha256 } from './fills.ts';

const texts = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd', '\r', '\ufeff'), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('the lines that differ', () => {
  test('make the one text of the other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(applyEdits(before, diffLines(before, after))).toBe(after);
      }),
      runs(4_000),
    );
  });

  test('are as few as can be', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edits = diffLines(before, after);
        const kept =
          before.split(/(?<=\n)/).filter((line) => line !== '').length - edits.flatMap(({ removed }) => removed).length;
        expect(kept).toBe(longestCommon(before, after));
      }),
      runs(1_000),
    );
  });

  test('say where they stood, what went and what came', () => {
    expect(diffLines('a\nb\nc\nd\n', 'a\nB\nc\nd\ne\n')).toEqual([
      { line: 2, removed: ['b\n'], added: ['B\n'] },
      { line: 5, removed: [], added: ['e\n'] },
    ]);
    expect(diffLines('', 'a\nb')).toEqual([{ line: 1, removed: [], added: ['a\n', 'b'] }]);
    expect(diffLines('a\n', 'a')).toEqual([{ line: 1, removed: ['a\n'], added: ['a'] }]);
    expect(diffLines('a\n', 'a\n')).toEqual([]);
  });

  test('of long texts that share little are told at once, not searched for', () => {
    const lines = (letter: string): string => Array.from({ length: 40_000 }, (_, n) => `${letter}${n % 7}\n`).join('');
    const [before, after] = [`same\n${lines('a')}end`, `same\n${lines('b')}end`];
    const edits = diffLines(before, after);
    expect(edits.map(({ line, removed, added }) => [line, removed.length, added.length])).toEqual([
      [2, 40_000, 40_000],
    ]);
    expect(applyEdits(before, edits)).toBe(after);
  });
});

describe('edits that do not fit', () => {
  const edit = { line: 2, removed: ['b\n'], added: ['B\n'] };
  test.each([
    ['other lines stand there', 'a\nx\nc\n', [edit]],
    ['the text is too short', 'a\n', [edit]],
    ['they begin behind its end', 'a\n', [{ line: 3, removed: [], added: ['x'] }]],
    ['they overlap', 'a\nb\n', [edit, edit]],
    ['they begin before the text', 'a\nb\n', [{ line: 0, removed: [], added: ['x'] }]],
  ])('%s', (_, text, edits) => {
    expect(applyEdits(text, edits)).toBeUndefined();
  });
});

describe('a recorded change', () => {
  const bodyOf = (text: string) => ({ text, digest: sha256(bytesOf(text)) });
  const change = changeBetween('a\nb\n', 'a\nc\n', sha256);

  test('leads from one body to the next', () => {
    expect(change.before).toBe(bodyOf('a\nb\n').digest);
    expect(change.after).toBe(bodyOf('a\nc\n').digest);
    expect(applyChange(bodyOf('a\nb\n'), change, sha256)).toBe('a\nc\n');
  });

  test('fits no other body, and no other digest', () => {
    expect(applyChange(bodyOf('a\nb\nd\n'), change, sha256)).toBeUndefined();
    expect(applyChange(bodyOf('a\nb\n'), { ...change, after: change.before }, sha256)).toBeUndefined();
    expect(applyChange(bodyOf('a\nb\n'), { ...change, edits: [] }, sha256)).toBeUndefined();
  });
});

/** How many lines two texts have in common in the same order, worked out the slow way. */
function longestCommon(before: string, after: string): number {
  const [a, b] = [before, after].map((text) => text.split(/(?<=\n)/).filter((line) => line !== ''));
  const from = (i: number, j: number): number => {
    if (a?.[i] === undefined || b?.[j] === undefined) return 0;
    return a[i] === b[j] ? 1 + from(i + 1, j + 1) : Math.max(from(i + 1, j), from(i, j + 1));
  };
  return from(0, 0);
}
