import { columnWidths, pad, type Alignment } from './pad.ts';
import { textWidth } from './text-width.ts';
import { wrap } from './wrap.ts';

/** Separates the cells of a row in the templates for the terminal. */
const CELL = '¦';
const GAP = '  ';
/** A text column is not made narrower than this; below, lines run over. */
const NARROWEST = 16;

type Rows = readonly (readonly string[])[];

const isFigure = (cell: string): boolean => cell === '' || /^[-+]?\$?[\d,.]+%?$/u.test(cell);

const alignments = (rows: Rows, columns: number): readonly Alignment[] =>
  Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const body = cells.length > 1 ? cells.slice(1) : cells;
    return body.every(isFigure) && body.some((cell) => cell !== '') ? 'right' : 'left';
  });

/** Marks a column in its first cell as one that may be left out where it does not fit. */
const OPTIONAL = '°';

const withoutMarks = (rows: Rows): Rows =>
  rows.map((row, index) => (index === 0 ? row.map((cell) => cell.replace(OPTIONAL, '')) : row));

/** Leaves out optional columns, the last one first, until the rest fits. */
const thatFit = (rows: Rows, width: number): Rows => {
  const plain = withoutMarks(rows);
  const total = columnWidths(plain).reduce((sum, column) => sum + column + GAP.length, 0);
  const optional = (rows[0] ?? []).findLastIndex((cell) => cell.endsWith(OPTIONAL));
  if (optional < 0 || total <= width) return plain;
  return thatFit(
    rows.map((row) => row.filter((_, column) => column !== optional)),
    width,
  );
};

/** Lays out rows as columns; the last column takes what is left of the width and is broken into lines. */
const table = (lines: readonly string[], width: number): readonly string[] => {
  const indent = /^ */u.exec(lines[0] ?? '')?.[0] ?? '';
  const cells = lines.map((line) => line.split(CELL).map((cell) => cell.trim()));
  const rows = thatFit(cells, width - indent.length + GAP.length);
  const widths = columnWidths(rows);
  const sides = alignments(rows, widths.length);
  const last = widths.length - 1;
  const before = widths.slice(0, last).reduce((sum, column) => sum + column + GAP.length, indent.length);
  const room = Math.max(NARROWEST, width - before);
  return rows.flatMap((row) => {
    const head = row
      .slice(0, last)
      .map((cell, column) => pad(cell, widths[column] ?? 0, sides[column] ?? 'left') + GAP);
    const tail = row[last] ?? '';
    const own = sides[last] === 'right' ? [pad(tail, widths[last] ?? 0, 'right')] : wrap(tail, room);
    return own.map((part, index) => `${index === 0 ? indent + head.join('') : ' '.repeat(before)}${part}`.trimEnd());
  });
};

/** Breaks a line under its own beginning: under the text of an item, not under its number. */
const paragraph = (line: string, width: number): readonly string[] => {
  const [, indent = '', marker = '', text = ''] = /^( *)((?:\d+\. |[-+] )?)(.*)$/su.exec(line) ?? [];
  const hanging = ' '.repeat(indent.length + textWidth(marker));
  return wrap(text, Math.max(NARROWEST, width - hanging.length)).map((part, index) =>
    `${index === 0 ? indent + marker : hanging}${part}`.trimEnd(),
  );
};

/** Lays out the text of a template for a terminal: rows of cells become columns, long lines are broken. */
export const terminalLayout = (text: string, width: number): string => {
  const out: string[] = [];
  let rows: string[] = [];
  for (const line of [...text.trim().split('\n'), '']) {
    if (line.includes(CELL)) {
      rows.push(line);
      continue;
    }
    if (rows.length > 0) out.push(...table(rows, width));
    rows = [];
    out.push(...(line.trim() === '' ? [''] : paragraph(line, width)));
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trimEnd()}\n`;
};
