import { columnWidths, pad, type Alignment } from './pad.ts';

const isRow = (line: string): boolean => line.startsWith('|') && line.endsWith('|');

const cellsBetween = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());

/** The cells of a row; a vertical line that is escaped belongs to its cell. */
const cellsOf = (line: string): readonly string[] => {
  if (!line.includes('\\')) return cellsBetween(line);
  return (line.slice(1).match(/(?:\\.|[^|\\])*\|/gsu) ?? []).map((cell) => cell.slice(0, -1).trim());
};

const alignmentOf = (mark: string): Alignment => (mark.endsWith(':') ? 'right' : 'left');

const aligned = (lines: readonly string[]): readonly string[] => {
  const rows = lines.map(cellsOf);
  const columns = (rows[1] ?? []).map(alignmentOf);
  const widths = columnWidths(rows.map((row, index) => (index === 1 ? row.map(() => '---') : row)));
  const ruler = widths.map((width, column) => {
    const right = columns[column] === 'right';
    return right ? `${'-'.repeat(width - 1)}:` : `:${'-'.repeat(width - 1)}`;
  });
  return rows.map((row, index) => {
    const cells = index === 1 ? ruler : widths.map((width, at) => pad(row[at] ?? '', width, columns[at] ?? 'left'));
    return `| ${cells.join(' | ')} |`;
  });
};

/** Pads the tables of a Markdown text so that they read as tables in a plain editor too. */
export const alignTables = (markdown: string): string => {
  const out: string[] = [];
  let table: string[] = [];
  for (const line of [...markdown.split('\n'), '']) {
    if (isRow(line)) {
      table.push(line);
      continue;
    }
    out.push(...(table.length > 1 ? aligned(table) : table), line);
    table = [];
  }
  return out.slice(0, -1).join('\n');
};
