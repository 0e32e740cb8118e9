import type { Issue } from '../model/issue.ts';
import { issueAt } from './issue-at.ts';
import { countWork, type Shape, type Work } from './reading-work.ts';

/** One limit on the size or shape of a text. */
interface Cap {
  /** What is counted, in words. */
  readonly what: string;
  readonly limit: number;
}

/** What passes these, and is no larger than a file may be, is looked at in time that grows with its length alone. */
const LINES: Cap = { what: 'lines outside of tables', limit: 10_000 };
const LENGTH: Cap = { what: 'characters in one line', limit: 6000 };

/** Shapes for which the time to parse grows faster than they do, or that are parsed by recursion. */
const SHAPES: Readonly<Record<keyof Shape, Cap>> = {
  depth: { what: 'levels of nesting', limit: 20 },
  marks: { what: 'marks such as * _ [ ] ` < in one paragraph', limit: 500 },
  columns: { what: 'table columns', limit: 64 },
};

/** What all the parts of a document that needs the whole of Markdown may cost together, in milliseconds as measured (ADR 0049). */
const MOST_WORK = 1000;

const PARTS: Readonly<Record<keyof Work, string>> = {
  text: 'for lines of text',
  tables: 'for tables',
  lists: 'for lists and quotations',
  marks: 'for marks such as * _ [ ] ` <',
  underlines: 'for underlined headings',
};

const linesOf = (text: string): readonly string[] => text.split(/\r\n|\n|\r/);

const tooLarge = (file: string, line: number, { what, limit }: Cap, measured: number): Issue =>
  issueAt('too-large', 'unusable', { file, line, column: 1 }, { what, measured, limit });

/** Refuses a text that has too many lines, or too long a one, to be looked at; anything else passes without a word. */
export const checkSize = (text: string, file: string): Issue | undefined => {
  if (text.length <= LENGTH.limit) return undefined;
  const lines = linesOf(text);
  const long = lines.findIndex(({ length }) => length > LENGTH.limit);
  if (long >= 0) return tooLarge(file, long + 1, LENGTH, lines[long]?.length ?? 0);
  const outside = [...lines.keys()].filter((at) => !(lines[at] ?? '').startsWith('|'));
  const over = outside[LINES.limit];
  return over === undefined ? undefined : tooLarge(file, over + 1, LINES, outside.length);
};

const sum = ({ text, tables, lists, marks, underlines }: Work): number => text + tables + lists + marks + underlines;

/** In hundredths of what is done for one document; the part that costs most is named. */
const tooMuch = (file: string, line: number, work: Work): Issue => {
  const [most] = (Object.keys(PARTS) as (keyof Work)[]).sort((a, b) => work[b] - work[a]);
  const what = `percent of the work that is done for one document, most of it ${PARTS[most ?? 'text']}`;
  return tooLarge(file, line, { what, limit: 100 }, Math.ceil((sum(work) * 100) / MOST_WORK));
};

/**
 * Refuses a text of Markdown that would take too long, too much memory or too deep a stack to parse; anything else passes
 * without a word. Call `checkSize` first.
 */
export const checkCaps = (text: string, file: string): Issue | undefined => {
  const count = countWork();
  let first = 0;
  for (const [at, line] of linesOf(text).entries()) {
    count.add(line);
    const over = (Object.keys(SHAPES) as (keyof Shape)[]).find((key) => count.shape[key] > SHAPES[key].limit);
    if (over !== undefined) return tooLarge(file, at + 1, SHAPES[over], count.shape[over]);
    if (first === 0 && sum(count.work) > MOST_WORK) first = at + 1;
  }
  return first === 0 ? undefined : tooMuch(file, first, count.work);
};
