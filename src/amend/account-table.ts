import type { Row } from '../model/portfolio.ts';
import type { Sector } from '../model/sector.ts';
import { isKnownSector, sectorOf } from '../model/sector.ts';
import { bareText } from '../parse/bare-text.ts';
import { columnsOf, type ColumnNames } from '../parse/columns-of.ts';
import type { HeldTable } from '../parse/held-table.ts';
import { holdingColumns, type HoldingColumns } from '../parse/holding-columns.ts';
import { rowLabel, type RowLabel } from '../parse/row-label.ts';
import type { Page, TableLine } from './page.ts';

/** The columns that a fill changes: those that are read, and the gain in dollars. */
export type AccountColumns = HoldingColumns & { readonly gain?: number };

/** A line of a holdings table. */
export interface AccountLine extends TableLine {
  readonly label: RowLabel;
  /** What was read from it, when it is a holding. */
  readonly held?: Row;
  /** Lines between two headings or sums inside the table have the same number. */
  readonly part: number;
  /** The sector that the heading above it inside the table names. */
  readonly sector?: Sector;
}

/** A holdings table, line by line. */
export interface AccountTable {
  readonly source: HeldTable;
  readonly columns: AccountColumns;
  readonly lines: readonly AccountLine[];
}

const GAIN: ColumnNames<'gain'> = {
  gain: [
    'gain/loss', 'gain/loss $', 'gain $', 'gain', 'unrealized gain/loss', 'unrealized gain/loss $', 'unrealized gain', 'unrealized gain $',
    'unrealized p&l', 'unrealized p&l $', 'unrealized p/l', 'p&l', 'p&l $', 'p/l', 'p/l $', 'pnl', 'pnl $', 'g/l', 'g/l $', 'total gain',
    'total gain $', 'total gain/loss', 'total gain/loss $', 'profit', 'profit/loss', 'total return $',
  ],
}; // prettier-ignore

const columnsFor = ({ table }: HeldTable): AccountColumns => {
  const columns = holdingColumns(table) ?? {};
  const { gain } = columnsOf(table.header, GAIN);
  return gain === undefined || Object.values(columns).includes(gain) ? columns : { ...columns, gain };
};

const headingOf = (line: TableLine): Sector | undefined => {
  const text = bareText(line.row.cells.find((cell) => cell.text !== '')?.text ?? '');
  return isKnownSector(text) ? sectorOf(text) : undefined;
};

const tableOf = (page: Page, source: HeldTable, rows: ReadonlyMap<number, Row>): AccountTable => {
  const columns = columnsFor(source);
  let part = 0;
  let sector: Sector | undefined;
  const lines = [...page.rows.values()]
    .filter(({ table, row }) => table === source.table && row !== table.header)
    .map((line): AccountLine => {
      const label = rowLabel(line.row, columns);
      const held = label === 'holding' ? rows.get(line.line) : undefined;
      if (label === 'section') {
        part += 1;
        sector = headingOf(line);
      }
      const own = part;
      if (label === 'total' || label === 'invested') part += 1;
      return { ...line, label, part: own, ...(held ? { held } : {}), ...(sector === undefined ? {} : { sector }) };
    });
  return { source, columns, lines };
};

/** The holdings tables of a document, in order of reading. */
export const accountTables = (page: Page): readonly AccountTable[] => {
  const rows = new Map(page.portfolio.claims.rows.map((row) => [row.place.line, row]));
  return page.held.map((source) => tableOf(page, source, rows));
};
