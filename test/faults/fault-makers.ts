// How a fault is made in a cell, in a line, in a column.
import type { Chances } from './chances.ts';
import { cellsOf, columnOf, linesUnder, mistyped, withCell, withLine, type FaultMaker } from './fault.ts';

const HOLDINGS = /^##.*Holdings/;
const SECTORS = /^## .*Sector/;
const PLAN = /^##.*(?:ACTION PLAN|Rebalancing)/i;
const ROW = /^\| [A-Z][A-Z.]{0,5} \|/;
const SECTOR_ROW = /^\| [A-Z][A-Za-z ]+ \| *[$]?[\d.,]+%? \|/;
/** An instruction as a bullet. */
export const BULLET = /^- (?:Reduce|Increase|Add) /;

/** The rows of the three tables, and the bullets of the plan. */
export const rowsIn = (lines: readonly string[]) => linesUnder(lines, HOLDINGS, ROW);
/** The rows of the breakdown by sector. */
export const sectorRows = (lines: readonly string[]) => linesUnder(lines, SECTORS, SECTOR_ROW);
/** The rows of the plan. */
export const planRows = (lines: readonly string[]) =>
  lines.flatMap((line, at) => (SECTOR_ROW.test(line) && columnOf(lines, at, /^Target/) >= 0 ? [at] : []));
const bullets = (lines: readonly string[]) => linesUnder(lines, PLAN, BULLET);

type Change = (cell: string, chances: Chances) => string | undefined;

/** A fault in one cell of a column, in one of some rows. */
export const inCell =
  (what: string, rows: (lines: readonly string[]) => readonly number[], name: RegExp, change: Change): FaultMaker =>
  (lines, chances) => {
    const row = chances.any(rows(lines));
    if (row === undefined) return undefined;
    const column = columnOf(lines, row, name);
    const line = lines[row] ?? '';
    const cell = cellsOf(line)[column]?.trim();
    const changed = cell === undefined || cell === '' || cell === '—' ? undefined : change(cell, chances);
    return changed === undefined ? undefined : withLine(lines, row, withCell(line, column, changed), what);
  };

/** A fault in one of the lines that have a shape. */
export const inLine =
  (what: string, shape: RegExp, change: Change): FaultMaker =>
  (lines, chances) => {
    const at = chances.any(lines.flatMap((line, index) => (shape.test(line) ? [index] : [])));
    const changed = at === undefined ? undefined : change(lines[at] ?? '', chances);
    return at === undefined || changed === undefined ? undefined : withLine(lines, at, changed, what);
  };

/** A mistyped number, off by more than a part and by more than so many points. */
export const slip =
  (least: number, points = 0): Change =>
  (cell, chances) =>
    mistyped(cell, chances, least, points);
/** A change behind some words. */
export const after =
  (start: RegExp, change: Change): Change =>
  (line, chances) => {
    const found = start.exec(line);
    if (found === null) return undefined;
    const kept = line.slice(0, found.index + found[0].length);
    const changed = change(line.slice(kept.length), chances);
    return changed === undefined ? undefined : `${kept}${changed}`;
  };
/** Words replaced by one of some others. */
export const replaced =
  (from: RegExp, ...to: readonly string[]): Change =>
  (text, { one }) =>
    from.test(text) ? text.replace(from, one(to)) : undefined;

export const VALUE = /^(?:Market )?Value$/i;
export const PRICE = /^(?:Current )?Price$/;
/** Headings of columns. */
export const SHARES = /^(?:Shares|Quantity)$/;
export const WEIGHT = /^(?:Weight|% of total)$/;

/** Every weight of a column as a part of the invested money. */
export const ofInvested =
  (what: string, rows: (lines: readonly string[]) => readonly number[], name: RegExp): FaultMaker =>
  (lines) => {
    const cash = /\*\*Cash:\*\* \$[\d,.]+ \(([\d.]+)%/.exec(lines.join('\n'))?.[1];
    const changed = rows(lines).filter((row) => columnOf(lines, row, name) >= 0);
    if (cash === undefined || Number(cash) < 8 || changed.length === 0) return undefined;
    const text = lines.map((line, at) => {
      if (!changed.includes(at)) return line;
      const column = columnOf(lines, at, name);
      const part = Number((cellsOf(line)[column] ?? '').replace('%', '')) / (1 - Number(cash) / 100);
      return withCell(line, column, `${part.toFixed(2)}%`);
    });
    return { what, lines: changed.map((at) => at + 1), text: text.join('\n') };
  };

/** A "from" of the invested money. */
export const fromOfInvested: FaultMaker = (lines, chances) => {
  const cash = /\*\*Cash:\*\* \$[\d,.]+ \(([\d.]+)%/.exec(lines.join('\n'))?.[1];
  const at = chances.any(bullets(lines));
  if (cash === undefined || Number(cash) < 8 || at === undefined) return undefined;
  const part = 1 - Number(cash) / 100;
  const line = (lines[at] ?? '').replace(
    /from ([\d.]+)%/,
    (_, from: string) => `from ${(Number(from) / part).toFixed(2)}%`,
  );
  return withLine(lines, at, line, '"from" of the invested money');
};

/** Every price in another currency than the values. */
export const pricesTimes =
  (what: string, factor: number): FaultMaker =>
  (lines) => {
    const rows = rowsIn(lines);
    const text = lines.map((line, at) => {
      if (!rows.includes(at)) return line;
      const column = columnOf(lines, at, PRICE);
      const price = Number((cellsOf(line)[column] ?? '').replace(/[$,]/g, '')) * factor;
      return withCell(line, column, price.toFixed(2));
    });
    return { what, lines: rows.map((at) => at + 1), text: text.join('\n') };
  };

/** No date. */
export const missingDate: FaultMaker = (lines) => {
  const at = lines.findIndex((line) => /As of|Generated/.test(line));
  return { what: 'no date', lines: [1], text: lines.map((line, index) => (index === at ? '' : line)).join('\n') };
};

const DATE = /2026-01-08|January 8, 2026/;
/** Another date. */
export const date = (what: string, ...days: readonly string[]): FaultMaker =>
  inLine(what, DATE, replaced(DATE, ...days));

/** A ticker that another row already has. */
export const twice: FaultMaker = (lines, chances) => {
  const [a, b] = chances.shuffled(rowsIn(lines));
  if (a === undefined || b === undefined) return undefined;
  const name = cellsOf(lines[a] ?? '')[0]?.trim() ?? '';
  return withLine(lines, b, withCell(lines[b] ?? '', 0, name), 'a ticker twice');
};

/** A row under the sector of another row. */
export const otherSector: FaultMaker = (lines, chances) => {
  const rows = rowsIn(lines);
  const [a, b] = [chances.any(rows), chances.any(rows)];
  if (a === undefined || b === undefined) return undefined;
  const sector = cellsOf(lines[a] ?? '')[columnOf(lines, a, /^Sector$/)]?.trim() ?? '';
  return withLine(
    lines,
    b,
    withCell(lines[b] ?? '', columnOf(lines, b, /^Sector$/), sector),
    'the sector of another row',
  );
};

/** A sector directive about a sector of another row of the holdings. */
export const otherSubject: FaultMaker = (lines, chances) => {
  const at = chances.any(bullets(lines));
  const row = chances.any(rowsIn(lines));
  if (at === undefined || row === undefined) return undefined;
  const sector = cellsOf(lines[row] ?? '')[columnOf(lines, row, /^Sector$/)]?.trim() ?? '';
  return withLine(
    lines,
    at,
    (lines[at] ?? '').replace(/^(- \w+) [A-Z][A-Za-z ]+ from/, `$1 ${sector} from`),
    'another subject',
  );
};

/** The other sign. */
export const minus: Change = (cell) => (cell.startsWith('-') ? cell.slice(1) : `-${cell.replace(/^\+/, '')}`);
