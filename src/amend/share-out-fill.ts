import type { Shares } from '../model/units.ts';
import type { AccountLine, AccountTable } from './account-table.ts';
import type { Executed } from './executed.ts';

/** A row of the traded ticker, and how many shares it has afterwards. */
export interface TradedRow {
  readonly table: AccountTable;
  readonly line: AccountLine;
  readonly before: Shares;
  readonly after: Shares;
}

const heldIn = (table: AccountTable, ticker: string): readonly AccountLine[] =>
  table.lines.filter(({ held }) => held?.ticker === ticker);

/** The rows that hold a ticker: those of the first table that has it. Rows of later tables only say the same again. */
export const ownRows = (tables: readonly AccountTable[], ticker: string): readonly AccountLine[] =>
  tables.map((table) => heldIn(table, ticker)).find((lines) => lines.length > 0) ?? [];

/** A sale takes from the first rows first, as they are listed; a purchase goes to the last one. */
const after = (lines: readonly AccountLine[], { side, shares }: Executed): ReadonlyMap<AccountLine, Shares> => {
  let left: bigint = shares;
  const last = lines.length - 1;
  return new Map(
    lines.map((line, at) => {
      const held = line.held?.shares ?? 0n;
      if (side === 'BUY') return [line, (at === last ? held + shares : held) as Shares];
      const taken = left < held ? left : held;
      left -= taken;
      return [line, (held - taken) as Shares];
    }),
  );
};

/** What a fill makes of the rows of a held ticker, those that say the same again included. Only rows that change. */
export const shareOutFill = (tables: readonly AccountTable[], fill: Executed): readonly TradedRow[] => {
  const own = after(ownRows(tables, fill.ticker), fill);
  const [only] = own.values();
  return tables
    .flatMap((table) => heldIn(table, fill.ticker).map((line) => ({ table, line })))
    .map(({ table, line }) => {
      const before = (line.held?.shares ?? 0n) as Shares;
      return { table, line, before, after: own.get(line) ?? only ?? before };
    })
    .filter((row) => row.after !== row.before);
};
