import type { Parsed } from '../model/issue.ts';
import { actionSections } from '../parse/action-sections.ts';
import { heldTables, type HeldTable } from '../parse/held-table.ts';
import type { Section, Table, TableRow } from '../parse/outline.ts';
import { readPortfolio, type PortfolioDocument, type PortfolioOptions } from '../parse/read-portfolio.ts';
import { groupsThousands } from './number-style.ts';
import { rawCells, type RawCell } from './raw-cells.ts';
import { rawLines, type RawLine } from './raw-lines.ts';

/** A row of a table beside the line that it was read from. */
export interface TableLine {
  readonly line: number;
  readonly table: Table;
  readonly section: Section;
  readonly row: TableRow;
  /** Where its cells stand in the line; none where line and row do not agree, so that nothing can be changed there. */
  readonly cells: readonly RawCell[];
}

/** A document as read, beside its bytes. */
export interface Page extends PortfolioDocument {
  readonly lines: readonly RawLine[];
  readonly rows: ReadonlyMap<number, TableLine>;
  readonly held: readonly HeldTable[];
  /** Sections that are meant as instructions; nothing in them is changed. */
  readonly actions: ReadonlySet<Section>;
  readonly grouped: boolean;
}

/** The characters of a line, counted from 1. */
export const lineOf = (page: Pick<Page, 'lines'>, line: number): string => page.lines[line - 1]?.text ?? '';

/** The cells of the line, provided that each cell of the row stands in its own. */
const cellsOf = (row: TableRow, text: string): readonly RawCell[] => {
  const cells = rawCells(text);
  const agrees = row.cells.every((cell, at) => {
    const raw = cells[at];
    return raw !== undefined && (cell.text === '' || (cell.place.column > raw.start && cell.place.column <= raw.end));
  });
  return agrees && cells.length === row.cells.length ? cells : [];
};

const rowsOf = (document: PortfolioDocument, lines: readonly RawLine[]): ReadonlyMap<number, TableLine> => {
  const all = document.outline.sections.flatMap((section) =>
    section.tables.flatMap((table) => [table.header, ...table.rows].map((row) => ({ section, table, row }))),
  );
  return new Map(
    all.map(({ section, table, row }) => {
      const line = row.cells[0]?.place.line ?? row.place.line;
      return [line, { line, section, table, row, cells: cellsOf(row, lineOf({ lines }, line)) }];
    }),
  );
};

/** Reads a document so that its figures can be found again in its bytes. */
export const readPage = (text: string, file: string, options: PortfolioOptions): Parsed<Page> => {
  const { value, issues } = readPortfolio(text, file, options);
  if (!value) return { issues };
  const lines = rawLines(text);
  const actions = actionSections(value.outline);
  const page = { lines, actions, rows: rowsOf(value, lines), held: heldTables(value.outline, actions) };
  return { value: { ...value, ...page, grouped: groupsThousands(text) }, issues };
};
