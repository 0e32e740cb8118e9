/** Where two files part, and what stands there in each: an excerpt in which line ends and the like are visible. */
export interface Difference {
  /** Line and column in the recorded file, from 1. */
  readonly line: number;
  readonly column: number;
  /** Empty where the file ends there. */
  readonly recorded: string;
  readonly computed: string;
}

/** Characters shown before and after the place of the difference. */
const BEFORE = 30;
const AFTER = 50;

/** The same texts as UTF-8, or byte by byte where only bytes that are no text tell them apart. */
const texts = (recorded: Buffer, computed: Buffer): readonly [string, string] => {
  const [a, b] = [recorded.toString('utf8'), computed.toString('utf8')];
  return a === b ? [recorded.toString('latin1'), computed.toString('latin1')] : [a, b];
};

const firstDiffering = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
};

/** The line around a place, its own end included: the end is what may differ. */
const excerpt = (text: string, at: number): string => {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - BEFORE);
  const end = text.indexOf('\n', at);
  return text.slice(start, Math.min(end < 0 ? text.length : end + 1, at + AFTER));
};

/** Line ends and control characters as JSON writes them. */
const visible = (text: string): string => JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');

/** Two excerpts without the line end that both have: where only one has it, it is what differs. */
const shown = (a: string, b: string): readonly [string, string] => {
  const both = a.endsWith('\n') && b.endsWith('\n') && a !== '\n' && b !== '\n';
  return [visible(both ? a.slice(0, -1) : a), visible(both ? b.slice(0, -1) : b)];
};

/** The first difference between a file as it is recorded and as it is computed. */
export const firstDifference = (recorded: Buffer, computed: Buffer): Difference => {
  const [a, b] = texts(recorded, computed);
  const at = firstDiffering(a, b);
  const lines = a.slice(0, at).split(/\r\n|\n|\r/);
  const [here, there] = shown(excerpt(a, at), excerpt(b, at));
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, recorded: here, computed: there };
};
