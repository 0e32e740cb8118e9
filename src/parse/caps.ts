import type { Issue } from '../model/issue.ts';
import { issueAt } from './issue-at.ts';

/** One limit on the size or shape of a text. */
interface Cap {
  /** What is counted, in words. */
  readonly what: string;
  readonly limit: number;
}

/**
 * The largest documents that are read. Measured with remark 15 and remark-gfm 4: whatever passes takes well under two
 * seconds; what does not pass may take minutes or overflow the stack. A thousand holdings pass with room to spare.
 */
const CAPS = {
  bytes: { what: 'bytes', limit: 1024 * 1024 },
  lines: { what: 'lines', limit: 8000 },
  length: { what: 'characters in one line', limit: 6000 },
  depth: { what: 'levels of nesting', limit: 20 },
  marks: { what: 'marks such as * _ [ ] ` < in one paragraph', limit: 1200 },
  allMarks: { what: 'marks such as * _ [ ] ` < in all', limit: 40_000 },
  cells: { what: 'table cells', limit: 24_000 },
  rows: { what: 'table rows', limit: 2200 },
  items: { what: 'list items', limit: 4000 },
} as const satisfies Record<string, Cap>;

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

/** Quote marks and indentation in front of a line, as levels: two spaces may open a level of a list. */
const depthOf = (line: string): number => {
  const lead = /^(?:[ \t>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? '';
  return countIn(lead, />|[-+*]|\d+[.)]|\t/g) + Math.floor(countIn(lead, / /g) / 2);
};

const count = (text: string): Counted => {
  const counted: Counted = {
    bytes: bytesOf(text),
    lines: 0,
    length: 0,
    depth: 0,
    marks: 0,
    allMarks: 0,
    cells: 0,
    rows: 0,
    items: 0,
  };
  let block = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    counted.lines += 1;
    counted.length = Math.max(counted.length, line.length);
    if (line.length > CAPS.length.limit || counted.lines > CAPS.lines.limit) return counted;
    const marks = countIn(line, /[*_[\]`<!&\\~]/g);
    const bars = countIn(line, /\|/g);
    block = line.trim() === '' ? 0 : bars > 1 ? Math.max(block, marks) : block + marks;
    counted.depth = Math.max(counted.depth, depthOf(line));
    counted.marks = Math.max(counted.marks, block);
    counted.allMarks += marks;
    counted.cells += bars;
    if (bars > 0) counted.rows += 1;
    if (/^[\s>]*(?:[-+*]|\d{1,9}[.)])\s/.test(line)) counted.items += 1;
  }
  return counted;
};

/** Refuses a text that would take too long or too much memory to parse; anything else passes without a word. */
export const checkCaps = (text: string, file: string): Issue | undefined => {
  const counted: Counted =
    text.length > CAPS.bytes.limit
      ? { bytes: text.length, lines: 0, length: 0, depth: 0, marks: 0, allMarks: 0, cells: 0, rows: 0, items: 0 }
      : count(text);
  const over = (Object.keys(CAPS) as (keyof typeof CAPS)[]).find((key) => counted[key] > CAPS[key].limit);
  if (over === undefined) return undefined;
  const { what, limit } = CAPS[over];
  return issueAt('too-large', 'unusable', { file, line: 1, column: 1 }, { what, measured: counted[over], limit });
};
