import { sectorOf } from '../model/sector.ts';
import { worth, type Cents } from '../model/units.ts';
import type { AccountLine, AccountTable } from './account-table.ts';
import { valueOfTicker, type Balance } from './balance.ts';
import type { Executed } from './executed.ts';
import type { NewRowPlace } from './new-row-place.ts';
import type { Page } from './page.ts';
import type { TradedRow } from './share-out-fill.ts';

/** The account before and after a fill, and the rows in which it shows. */
export interface Books {
  readonly page: Page;
  readonly tables: readonly AccountTable[];
  readonly fill: Executed;
  readonly before: Balance;
  readonly after: Balance;
  readonly traded: readonly TradedRow[];
  /** Where a ticker that was not held gets its row. */
  readonly fresh?: NewRowPlace;
}

/** An amount before and after a fill. */
export interface Moved {
  readonly before: Cents;
  readonly after: Cents;
}

/** What a row is worth; nothing when it holds nothing. */
export const movedLine = ({ traded }: Books, { held, line }: AccountLine): Moved => {
  const before = held ? worth(held.price, held.shares) : (0n as Cents);
  const change = traded.find((row) => row.line.line === line);
  return { before, after: held && change ? worth(held.price, change.after) : before };
};

/** What the rows of a table, or of one part of it, are worth. A row that is new is one of them. */
export const movedRows = (books: Books, table: AccountTable, part?: number): Moved => {
  const rows = table.lines
    .filter((line) => part === undefined || line.part === part)
    .map((line) => movedLine(books, line));
  const { fresh } = books;
  const joins = fresh?.table === table && (part === undefined || fresh.part === part);
  const added = joins ? valueOfTicker(books.after, books.fill.ticker) : 0n;
  return {
    before: rows.reduce((sum, row) => sum + row.before, 0n) as Cents,
    after: (rows.reduce((sum, row) => sum + row.after, 0n) + added) as Cents,
  };
};

/** The sector of a fill in a ticker that is not held. */
export const freshSector = ({ fill }: Books) => sectorOf(fill.sector ?? '');
