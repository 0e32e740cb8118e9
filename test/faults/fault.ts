import type { Chances } from './chances.ts';

/** One thing made wrong in a document: what, on which lines (from 1), and the document with it. */
export interface Fault {
  readonly what: string;
  readonly lines: readonly number[];
  readonly text: string;
}

/** Makes one fault, or none where the document has nothing to make it in. */
export type FaultMaker = (lines: readonly string[], chances: Chances) => Fault | undefined;

/** The document with one line replaced by another. */
export const withLine = (lines: readonly string[], index: number, line: string, what: string): Fault | undefined =>
  lines[index] === line
    ? undefined
    : {
        what: `${what}: ${line}`,
        lines: [index + 1],
        text: lines.map((old, at) => (at === index ? line : old)).join('\n'),
      };

/** The numbers of the lines (from 0) between a heading and the next one that have a shape. */
export const linesUnder = (lines: readonly string[], heading: RegExp, shape: RegExp): readonly number[] => {
  const start = lines.findIndex((line) => heading.test(line));
  const next = lines.findIndex((line, at) => at > start && /^#{1,2} /.test(line));
  const end = next < 0 ? lines.length : next;
  return lines.flatMap((line, at) => (at > start && at < end && shape.test(line) ? [at] : []));
};

/** The cells of a row. */
export const cellsOf = (line: string): readonly string[] => line.split('|').slice(1, -1);

/** A row with one cell replaced. */
export const withCell = (line: string, column: number, cell: string): string =>
  `|${cellsOf(line)
    .map((old, at) => (at === column ? ` ${cell} ` : old))
    .join('|')}|`;

/** The column of a table that has a heading, or -1. */
export const columnOf = (lines: readonly string[], row: number, name: RegExp): number => {
  let header = row;
  while (header > 0 && (lines[header - 1] ?? '').startsWith('|')) header -= 1;
  return cellsOf(lines[header] ?? '').findIndex((cell) => name.test(cell.trim()));
};

const NUMBER = /\d[\d,]*(?:\.\d+)?/;
const plain = (text: string): number => Number((NUMBER.exec(text)?.[0] ?? '').replaceAll(',', ''));

const slips: readonly ((digits: string, chances: Chances) => string)[] = [
  // another digit
  (digits, { below }) => {
    const at = below(digits.length);
    const digit = digits[at] ?? '0';
    return /\d/.test(digit)
      ? `${digits.slice(0, at)}${(Number(digit) + 1 + below(9)) % 10}${digits.slice(at + 1)}`
      : digits;
  },
  // two digits in the wrong order
  (digits, { below }) => digits.replace(new RegExp(`^(.{${below(digits.length)}})(\\d)(\\d)`), '$1$3$2'),
  // a digit too many, one too few
  (digits, { below }) => digits.replace(/\d/, (first) => `${first}${below(10)}`),
  (digits) => digits.replace(/^\d,?(?=\d)/, ''),
  // the point moved
  (digits) => (digits.includes('.') ? digits.replace('.', '') : `${digits}0`),
];

/**
 * A text whose first number was mistyped so that it differs by more than what rounding and the tolerances allow: by a
 * part of `least`, and by `points` at least.
 */
export const mistyped = (text: string, chances: Chances, least: number, points = 0): string | undefined => {
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return undefined;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const slip = text.replace(digits, chances.one(slips)(digits, chances));
    const gap = Math.abs(plain(slip) - plain(text));
    if (plain(slip) > 0 && gap > points && gap > least * plain(text)) return slip;
  }
  return undefined;
};
