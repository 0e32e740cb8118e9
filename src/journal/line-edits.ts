import type { LineEdit } from '../model/event.ts';
import { linesOf } from './text.ts';

/** Beyond so many pairs of lines the search for common ones costs more than a fine diff is worth. */
const MOST_PAIRS = 1_000_000;

/** Lines that both texts have: where they stand in each. */
type Pair = readonly [before: number, after: number];

/** For every pair of rests, how many lines they have in common in the same order, at most. */
const commonCounts = (before: readonly string[], after: readonly string[]): Uint32Array => {
  const width = after.length + 1;
  const counts = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const below = counts[(i + 1) * width + j] ?? 0;
      const right = counts[i * width + j + 1] ?? 0;
      const both = counts[(i + 1) * width + j + 1] ?? 0;
      counts[i * width + j] = before[i] === after[j] ? both + 1 : Math.max(below, right);
    }
  }
  return counts;
};

/** The longest sequence of lines that both have; none where the texts are too long to search. */
const commonLines = (before: readonly string[], after: readonly string[]): readonly Pair[] => {
  if (before.length * after.length > MOST_PAIRS) return [];
  const width = after.length + 1;
  const counts = commonCounts(before, after);
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((counts[(i + 1) * width + j] ?? 0) >= (counts[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
};

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};

/** The lines that differ, from top to bottom; few enough for a person to read, none where the texts are the same. */
export const diffLines = (before: string, after: string): readonly LineEdit[] => {
  const [old, young] = [linesOf(before), linesOf(after)];
  const start = commonStart(old, young);
  const end = commonStart(old.slice(start).reverse(), young.slice(start).reverse());
  const [removable, addable] = [old.slice(start, old.length - end), young.slice(start, young.length - end)];
  const edits: LineEdit[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...commonLines(removable, addable), [removable.length, addable.length] as const]) {
    if (x > i || y > j) edits.push({ line: start + i + 1, removed: removable.slice(i, x), added: addable.slice(j, y) });
    [i, j] = [x + 1, y + 1];
  }
  return edits;
};

/** The text after these edits; undefined where they do not fit it: what they remove does not stand there. */
export const applyEdits = (text: string, edits: readonly LineEdit[]): string | undefined => {
  const lines = linesOf(text);
  const parts: string[] = [];
  let next = 0;
  for (const { line, removed, added } of edits) {
    const at = line - 1;
    if (at < next || at > lines.length || removed.some((one, index) => lines[at + index] !== one)) return undefined;
    parts.push(lines.slice(next, at).join(''), added.join(''));
    next = at + removed.length;
  }
  return [...parts, lines.slice(next).join('')].join('');
};
