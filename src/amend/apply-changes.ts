import type { Figure } from './figure.ts';
import { lineOf, type Page } from './page.ts';
import { padCell } from './pad-cell.ts';
import { joinLines, type RawLine } from './raw-lines.ts';
import { alignmentOf, columnWidth } from './table-column.ts';

/** A line that is to stand behind another. */
export interface NewLine {
  readonly behind: number;
  readonly text: string;
}

/** All that is to change in a document. */
export interface Changes {
  readonly numbers: readonly Figure[];
  readonly removed: ReadonlySet<number>;
  readonly added: readonly NewLine[];
}

const replaced = (text: string, changes: readonly Figure[], from: number): string =>
  [...changes]
    .sort((a, b) => b.spot.number.start - a.spot.number.start)
    .reduce((line, { spot, words }) => {
      const { start, end } = spot.number;
      return `${line.slice(0, start - from)}${words}${line.slice(end - from)}`;
    }, text);

/** A row of a table, cell by cell from its end, so that earlier cells stay where they were found. */
const changedRow = (page: Page, line: number, changes: readonly Figure[]): string => {
  const row = page.rows.get(line);
  let text = lineOf(page, line);
  for (let cell = (row?.cells.length ?? 0) - 1; row && cell >= 0; cell -= 1) {
    const own = changes.filter(({ spot }) => spot.cell === cell);
    const at = row.cells[cell];
    if (!at || own.length === 0) continue;
    const old = text.slice(at.start, at.end);
    const width =
      row.cells.length === row.table.header.cells.length ? columnWidth(page, row.table, cell, line) : undefined;
    const padding = { alignment: alignmentOf(page, row.table, cell), ...(width === undefined ? {} : { width }) };
    text = `${text.slice(0, at.start)}${padCell(old, replaced(old, own, at.start), padding)}${text.slice(at.end)}`;
  }
  return text;
};

const changedLine = (page: Page, line: number, changes: readonly Figure[]): string => {
  if (changes.length === 0) return lineOf(page, line);
  return page.rows.has(line) ? changedRow(page, line, changes) : replaced(lineOf(page, line), changes, 0);
};

/** The text of a document with its changes. Whether its last line ends in a line end stays as it was. */
export const applyChanges = (page: Page, { numbers, removed, added }: Changes): string => {
  const usual = page.lines.find(({ end }) => end !== '')?.end ?? '\n';
  const lines: RawLine[] = [];
  for (const [at, { end }] of page.lines.entries()) {
    const line = at + 1;
    if (removed.has(line)) continue;
    lines.push({
      text: changedLine(
        page,
        line,
        numbers.filter(({ spot }) => spot.line === line),
      ),
      end,
    });
    for (const { text } of added.filter(({ behind }) => behind === line)) lines.push({ text, end });
  }
  const last = lines.length - 1;
  return joinLines(lines.map(({ text, end }, at) => ({ text, end: at === last ? '' : end === '' ? usual : end })));
};
