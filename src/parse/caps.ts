import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { issueAt } from './issue-at.ts';

/** One limit on the size or shape of a text. */
interface Cap {
  /** What is counted, in words. */
  readonly what: string;
  readonly limit: number;
}

/**
 * The largest documents that are read. Measured with remark 15 and remark-gfm 4: whatever passes takes well under two
 * seconds, also on a slow machine; what does not pass may take minutes or overflow the stack. A thousand holdings pass with room to spare.
 */
const CAPS = {
  bytes: { what: 'bytes', limit: 256 * 1024 },
  lines: { what: 'lines', limit: 4000 },
  length: { what: 'characters in one line', limit: 6000 },
  depth: { what: 'levels of nesting', limit: 20 },
  marks: { what: 'marks such as * _ [ ] ` < in one paragraph', limit: 500 },
  allMarks: { what: 'marks such as * _ [ ] ` < outside tables', limit: 8000 },
  tableMarks: { what: 'marks such as * _ [ ] ` < in tables', limit: 20_000 },
  columns: { what: 'table columns', limit: 64 },
  cells: { what: 'cells in the lines of tables', limit: 24_000 },
  rows: { what: 'lines of tables', limit: 2200 },
  items: { what: 'list items', limit: 2500 },
  blocks: { what: 'empty lines', limit: 800 },
  underlines: { what: 'lines of = or - alone', limit: 100 },
} as const satisfies Record<string, Cap>;

const KEYS = Object.keys(CAPS) as (keyof typeof CAPS)[];

type Counted = { -readonly [K in keyof typeof CAPS]: number };

const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
};

const countIn = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** Quote marks, list marks and indentation in front of a line, as levels: two spaces may open a level of a list. */
const depthOf = (line: string): number => {
  const lead = LEAD.exec(line)?.[0] ?? '';
  return countIn(lead, /> ?|[-+*] ?|\d+[.)] ?| {2}|\t/g);
};

/** How many cells a line of a table has, with or without the bars at its ends. */
const cellsIn = (line: string, bars: number): number =>
  bars === 0 ? 0 : bars + 1 - (/^[\s>]*\|/.test(line) ? 1 : 0) - (/(?<!\\)\|\s*$/.test(line) ? 1 : 0);

const NOTHING: Readonly<Counted> = {
  bytes: 0,
  lines: 0,
  length: 0,
  depth: 0,
  marks: 0,
  allMarks: 0,
  tableMarks: 0,
  columns: 0,
  cells: 0,
  rows: 0,
  items: 0,
  blocks: 0,
  underlines: 0,
};

const LEAD = /^(?:[ \t>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*/;
const ITEM = /^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/;
const UNDERLINE = /^[\s>]*(?:=+|-+)\s*$/;

/** How much of everything a text has, and the first line on which something was too much. */
interface Count {
  readonly counted: Counted;
  readonly line: number;
}

const isOver = (counted: Counted): boolean => KEYS.some((key) => counted[key] > CAPS[key].limit);

/** Adds one line to the count; gives back how many marks its paragraph has so far. */
const add = (counted: Counted, line: string, block: number): number => {
  const marks = countIn(line, /[*_[\]`<!&\\~]/g);
  const bars = countIn(line, /(?<!\\)\|/g);
  const cells = cellsIn(line, bars);
  const blank = line.trim() === '';
  const item = ITEM.test(line);
  const inBlock = blank || bars > 1 || item ? marks : block + marks;
  counted.depth = Math.max(counted.depth, depthOf(line));
  counted.marks = Math.max(counted.marks, inBlock);
  counted[bars > 1 ? 'tableMarks' : 'allMarks'] += marks;
  counted.columns = Math.max(counted.columns, cells);
  counted.cells += cells;
  counted.rows += bars > 0 ? 1 : 0;
  counted.items += item ? Math.max(1, countIn(LEAD.exec(line)?.[0] ?? '', /[-+*]|\d[.)]/g)) : 0;
  counted.blocks += blank ? 1 : 0;
  counted.underlines += UNDERLINE.test(line) ? 1 : 0;
  return inBlock;
};

/** A row that the scanner reads costs next to nothing; what is in it counts only where it is out of all proportion. */
const addRow = (counted: Counted, line: string): void => {
  let bars = 0;
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) bars += 1;
  counted.columns = Math.max(counted.columns, bars - 1);
};

const count = (text: string, isPlain: boolean): Count => {
  const counted: Counted = { ...NOTHING, bytes: isPlain ? 0 : bytesOf(text) };
  if (isOver(counted)) return { counted, line: 1 };
  const lines = text.split(/\r\n|\n|\r/);
  let block = 0;
  let first = 0;
  if (lines.at(-1) === '') lines.pop();
  for (const [at, line] of lines.entries()) {
    counted.length = Math.max(counted.length, line.length);
    if (isPlain && line.startsWith('|')) addRow(counted, line);
    else {
      counted.lines += 1;
      if (isPlain) counted.bytes += bytesOf(line) + 1;
      if (counted.length <= CAPS.length.limit) block = add(counted, line, block);
    }
    if (first === 0 && isOver(counted)) first = at + 1;
  }
  return { counted, line: Math.max(first, 1) };
};

/**
 * Refuses a text that would take too long or too much memory to parse; anything else passes without a word. Of a text that the
 * scanner has read (`isPlain`) the rows of tables are left out of the count.
 */
export const checkCaps = (text: string, file: string, isPlain = false): Issue | undefined => {
  const { counted, line } = count(text, isPlain);
  const over = KEYS.find((key) => counted[key] > CAPS[key].limit);
  if (over === undefined) return undefined;
  return overCap(over, counted[over], { file, line, column: 1 });
};

const overCap = (over: keyof typeof CAPS, measured: number, place: Place): Issue => {
  const { what, limit } = CAPS[over];
  return issueAt('too-large', 'unusable', place, { what, measured, limit });
};

/** Refuses more rows than an account can need where they are no holdings: each of them is read in many ways. */
export const checkRows = (rows: readonly { readonly place: Place }[]): Issue | undefined => {
  const first = rows[CAPS.rows.limit];
  return first === undefined ? undefined : overCap('rows', rows.length, first.place);
};
