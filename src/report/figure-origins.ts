/** Where a figure of the report comes from: a document says it, it was worked out, or a limit says it. */
export type FigureOrigin = 'read' | 'computed' | 'limit';

/**
 * The columns of the report's tables that hold figures of a document or of the limits, by their headings; every other column of
 * figures is worked out. Numbers of rows, orders and lines are no figures.
 */
const COLUMNS: Readonly<Record<string, FigureOrigin | 'none'>> = {
  '#': 'none',
  Line: 'none',
  'Stated now': 'read',
  Target: 'read',
  'Limit price': 'read',
  Shares: 'read',
  'Shares before': 'read',
  Limit: 'limit',
  'Must remain': 'limit',
};

/** How many figures of each origin. */
export type FigureCounts = Readonly<Record<FigureOrigin, number>>;

const FIGURE = /^[-+]?\$?\d[\d,]*(?:\.\d+)?(?:%| points)?$/u;

/** Nothing is held before an order that opens a position: that zero is worked out. */
const NOTHING = '0';

const cellsOf = (line: string): readonly string[] =>
  line
    .split(/(?<!\\)\|/u)
    .slice(1, -1)
    .map((cell) => cell.trim());

const isRule = (line: string): boolean => /^\|[ :|-]+\|$/u.test(line);

/** How many figures a cell consists of; none where it says anything else. */
const figuresIn = (cell: string): number => {
  const parts = cell.split(', ');
  return parts.every((part) => FIGURE.test(part)) ? parts.length : 0;
};

const originOf = (heading: string, cell: string): FigureOrigin | undefined => {
  const column = COLUMNS[heading] ?? 'computed';
  if (column === 'none') return undefined;
  return column === 'read' && cell === NOTHING ? 'computed' : column;
};

/** The origin of every figure of a row. */
const originsIn = (line: string, headings: readonly string[]): readonly FigureOrigin[] =>
  cellsOf(line).flatMap((cell, column) => {
    const count = figuresIn(cell);
    const origin = count === 0 ? undefined : originOf(headings[column] ?? '', cell);
    return origin === undefined ? [] : Array.from({ length: count }, () => origin);
  });

/** Counts the figures in the tables of a report that po wrote, each once, by where it comes from. */
export const countFigures = (markdown: string): FigureCounts => {
  const counts = { read: 0, computed: 0, limit: 0 };
  const lines = markdown.split('\n');
  let headings: readonly string[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('|')) headings = [];
    else if (isRule(lines[at + 1] ?? '')) headings = cellsOf(line);
    else if (!isRule(line)) for (const origin of originsIn(line, headings)) counts[origin] += 1;
  }
  return counts;
};
