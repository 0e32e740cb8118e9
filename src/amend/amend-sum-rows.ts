import { weight, type Ratio } from '../model/ratio.ts';
import type { AccountLine, AccountTable } from './account-table.ts';
import { movedRows, type Books } from './books.ts';
import { columnSum, type ColumnSum } from './column-sum.ts';
import { isTaken, leave, put, type Draft } from './draft.ts';
import { inPercent, isCalled, percentFrom } from './figure.ts';
import { lineOf } from './page.ts';
import type { Spot } from './spot.ts';
import { AS_BEFORE } from './write-number.ts';
import { numbersIn, unbracketed, valueOf, type Kind } from './written-number.ts';

interface Sum {
  readonly kind: Kind;
  readonly before: Ratio;
  readonly after: Ratio;
}

const UNITS: Readonly<Record<'money' | 'shares', bigint>> = { money: 100n, shares: 1_000_000n };

const asSum = (kind: 'money' | 'shares', { before, after }: ColumnSum): Sum => ({
  kind,
  before: { num: before, den: UNITS[kind] },
  after: { num: after, den: UNITS[kind] },
});

/** The sums that a row for totals may state beside the total: of gains, of costs, of values, of shares. */
const amounts = (draft: Draft, books: Books, table: AccountTable, part?: number): readonly Sum[] => {
  const { gain, costTotal, value, shares } = table.columns;
  const of = (column: number | undefined, kind: 'money' | 'shares'): readonly Sum[] =>
    column === undefined ? [] : [asSum(kind, columnSum(draft, books, table, column, kind, part))];
  return [...of(gain, 'money'), ...of(costTotal, 'money'), ...of(value, 'money'), ...of(shares, 'shares')];
};

const gainPart = (gain: bigint, value: bigint): Ratio =>
  value > gain ? inPercent({ num: gain, den: value - gain }) : { num: 0n, den: 1n };

/** The percentages that it may state: the gain on the cost, a weight, or a hundred. */
const percentages = (draft: Draft, books: Books, table: AccountTable, part?: number): readonly Sum[] => {
  const { gain, value } = table.columns;
  const gained = gain === undefined ? undefined : columnSum(draft, books, table, gain, 'money', part);
  const valued = value === undefined ? undefined : columnSum(draft, books, table, value, 'money', part);
  const rows = movedRows(books, table, part);
  const gains: readonly Sum[] =
    gained && valued
      ? [{ kind: 'pct', before: gainPart(gained.before, valued.before), after: gainPart(gained.after, valued.after) }]
      : [];
  const weights = (['total', 'invested'] as const).map((basis): Sum => ({
    kind: 'pct',
    before: inPercent(weight(rows.before, books.before[basis])),
    after: inPercent(weight(rows.after, books.after[basis])),
  }));
  const whole: Ratio = { num: 100n, den: 1n };
  return [...gains, { kind: 'pct', before: whole, after: whole }, ...weights];
};

const putSum = (draft: Draft, spot: Spot, sums: readonly Sum[]): void => {
  const units: Readonly<Record<Kind, bigint>> = { money: 100n, price: 10_000n, shares: 1_000_000n, pct: 1_000_000n };
  const meant = sums.find(({ kind, before }) => {
    const value = valueOf(spot.number, kind);
    return value !== undefined && isCalled(spot.number, { num: value, den: units[kind] }, before);
  });
  if (!meant) leave(draft, spot);
  else if (meant.kind === 'pct') put(draft, spot, percentFrom(spot.number, meant.before, meant.after));
  else put(draft, spot, { kind: meant.kind, value: meant.after, within: AS_BEFORE });
};

const putRow = (draft: Draft, books: Books, table: AccountTable, line: AccountLine): void => {
  line.cells.forEach(({ start, end }, cell) => {
    for (const found of numbersIn(lineOf(draft.page, line.line), start, end)) {
      // The label may have a number in it ("16 positions"): it is none of the figures of the row.
      const isText = /\p{L}{3,}/u.test(lineOf(draft.page, line.line).slice(start, end));
      const number = found.percent === '' ? found : unbracketed(found);
      const spot: Spot = { line: line.line, cell, number };
      if (isText || isTaken(draft)(spot)) continue;
      const sums = found.percent === '' ? amounts : percentages;
      putSum(draft, spot, [...sums(draft, books, table), ...sums(draft, books, table, line.part)]);
    }
  });
};

/** Puts what the rows for totals state beside the total, as far as it is what the columns came to before. */
export const amendSumRows = (draft: Draft, books: Books): void => {
  for (const table of books.tables)
    for (const line of table.lines)
      if (line.label === 'total' || line.label === 'invested') putRow(draft, books, table, line);
};
