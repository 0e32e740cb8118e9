import { isKnownSector, sectorOf, type Sector } from '../model/sector.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { bareText } from '../parse/bare-text.ts';
import type { AccountLine, AccountTable } from './account-table.ts';

/** Where a new holding gets its row. */
export interface NewRowPlace {
  readonly table: AccountTable;
  /** The line behind which it is to stand. */
  readonly behind: number;
  readonly part: number;
}

const isHolding = ({ label }: AccountLine): boolean => label === 'holding';

const titleSector = ({ source }: AccountTable): Sector | undefined => {
  const title = bareText(source.section.title);
  return isKnownSector(title) ? sectorOf(title) : undefined;
};

const headerLine = ({ source: { table } }: AccountTable): number =>
  table.header.cells[0]?.place.line ?? table.header.place.line;

/** The table whose heading names the sector, or the one that holds most of it; else the first. */
const tableFor = (tables: readonly AccountTable[], sector: Sector, portfolio: Portfolio): AccountTable | undefined => {
  const sectors = new Map(portfolio.holdings.map((holding) => [holding.ticker, holding.sector]));
  const named = tables.find(
    (table) => titleSector(table) === sector || table.lines.some((line) => line.sector === sector),
  );
  const holds = tables.find(({ lines }) =>
    lines.some(({ held }) => held !== undefined && sectors.get(held.ticker) === sector),
  );
  return named ?? holds ?? tables[0];
};

/**
 * The row goes behind the last holding below the heading of its sector inside the table, else behind the last holding, so
 * that it stands before the rows for cash and totals.
 */
export const newRowPlace = (
  tables: readonly AccountTable[],
  sector: Sector,
  portfolio: Portfolio,
): NewRowPlace | undefined => {
  const table = tableFor(tables, sector, portfolio);
  if (!table) return undefined;
  const own = table.lines.filter((line) => line.sector === sector && (isHolding(line) || line.label === 'section'));
  const last = own.at(-1) ?? table.lines.filter(isHolding).at(-1);
  return { table, behind: last?.line ?? headerLine(table) + 1, part: last?.part ?? table.lines[0]?.part ?? 0 };
};
