import type { PhrasingContent, Table, TableRow } from 'mdast';
import { scanInline } from './scan-inline.ts';

const ROW = /^\|.*\| *$/;
const DELIMITERS = /^\|(?: *:?-+:? *\|)+ *$/;

/** Whether a line can only be a row of a table, or nothing that is known here. */
export const isRow = (line: string): boolean => ROW.test(line);

/** How many cells lie between the bars of a row; no bar is escaped. */
const cellsIn = (row: string): number => row.split('|').length - 2;

const scanRow = (row: string, line: number): TableRow | undefined => {
  const children: TableRow['children'] = [];
  let from = 0;
  for (let bar = row.indexOf('|', 1); bar >= 0; bar = row.indexOf('|', from + 1)) {
    const raw = row.slice(from + 1, bar);
    const text = raw.trim();
    const start = from + 2 + (raw.length - raw.trimStart().length);
    const content: PhrasingContent[] | undefined = scanInline(text, line, start);
    if (content === undefined) return undefined;
    const edges = { start: { line, column: from + 1 }, end: { line, column: bar + 1 } };
    children.push({ type: 'tableCell', children: content, position: edges });
    from = bar;
  }
  return {
    type: 'tableRow',
    children,
    position: { start: { line, column: 1 }, end: { line, column: row.length + 1 } },
  };
};

/**
 * A table that begins with `lines[at]`, written with a bar at both ends of every row, as Markdown's tree has it, and the index
 * of the line after it. Undefined for anything that is not surely that.
 */
export const scanTable = (
  lines: readonly string[],
  at: number,
): { readonly node: Table; readonly next: number } | undefined => {
  const [header = '', delimiters = ''] = lines.slice(at, at + 2);
  if (!ROW.test(header) || !DELIMITERS.test(delimiters) || cellsIn(header) !== cellsIn(delimiters)) return undefined;
  const children: TableRow[] = [];
  let next = at;
  for (; next < lines.length && lines[next] !== ''; next += 1) {
    if (next === at + 1) continue;
    const row = ROW.test(lines[next] ?? '') ? scanRow(lines[next] ?? '', next + 1) : undefined;
    if (row === undefined) return undefined;
    children.push(row);
  }
  return {
    node: { type: 'table', children, position: { start: { line: at + 1, column: 1 }, end: { line: next, column: 1 } } },
    next,
  };
};
