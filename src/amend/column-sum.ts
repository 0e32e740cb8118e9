import type { AccountTable } from './account-table.ts';
import type { Books } from './books.ts';
import { keyOf, type Draft } from './draft.ts';
import { lineOf, type TableLine } from './page.ts';
import { numbersIn, unsigned, valueOf, type Kind, type WrittenNumber } from './written-number.ts';

/** What the cells of a column come to, before a fill and after it, in whole parts of the kind's unit. */
export interface ColumnSum {
  readonly before: bigint;
  readonly after: bigint;
}

const firstAmount = (text: string, from = 0, to = text.length): WrittenNumber | undefined =>
  numbersIn(text, from, to).find(({ percent }) => percent === '');

const cellAfter = (draft: Draft, line: number, number: WrittenNumber, kind: Kind): bigint => {
  const figure =
    draft.figures.get(keyOf({ line, number })) ?? draft.figures.get(keyOf({ line, number: unsigned(number) }));
  return figure?.says ?? valueOf(number, kind) ?? 0n;
};

const cellSum = (draft: Draft, books: Books, row: TableLine, column: number, kind: Kind): ColumnSum => {
  const cell = row.cells[column];
  const number = cell && firstAmount(lineOf(draft.page, row.line), cell.start, cell.end);
  if (!number) return { before: 0n, after: 0n };
  const gone = books.traded.some(({ line, after }) => line.line === row.line && after === 0n);
  return { before: valueOf(number, kind) ?? 0n, after: gone ? 0n : cellAfter(draft, row.line, number, kind) };
};

/** Adds up a column of holdings, in the whole table or in one part of it. `fresh`: the cells of a new row, where it counts. */
export const columnSum = (
  draft: Draft,
  books: Books,
  table: AccountTable,
  column: number,
  kind: Kind,
  part?: number,
): ColumnSum => {
  const rows = table.lines.filter(({ held, part: own }) => held !== undefined && (part === undefined || own === part));
  const sums = rows.map((row) => cellSum(draft, books, row, column, kind));
  const { fresh } = books;
  const joins = fresh?.table === table && (part === undefined || fresh.part === part);
  const number = joins
    ? firstAmount(draft.added.find(({ behind }) => behind === fresh.behind)?.cells[column] ?? '')
    : undefined;
  const added = number ? (valueOf(number, kind) ?? 0n) : 0n;
  return {
    before: sums.reduce((sum, { before }) => sum + before, 0n),
    after: sums.reduce((sum, { after }) => sum + after, added),
  };
};
