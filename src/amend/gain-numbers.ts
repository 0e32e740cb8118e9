import type { AccountColumns, AccountLine } from './account-table.ts';
import { cellSpot, type Draft } from './draft.ts';
import { lineOf } from './page.ts';
import type { Spot } from './spot.ts';
import { numbersIn, unbracketed } from './written-number.ts';

/** Where a row states its gain, in dollars and in percent. */
export interface GainNumbers {
  readonly money?: Spot;
  readonly pct?: Spot;
}

/** A column for the gain may have both: `+$93.40 (+2.1%)`. */
const inOneCell = (draft: Draft, line: AccountLine, column: number): GainNumbers => {
  const at = line.cells[column];
  if (!at) return {};
  const numbers = numbersIn(lineOf(draft.page, line.line), at.start, at.end);
  const money = numbers.filter(({ percent }) => percent === '');
  const pct = numbers
    .filter(({ percent }) => percent !== '')
    .map((number) => (money.length > 0 ? unbracketed(number) : number));
  // More than one of a kind: nobody can say which is the gain.
  const spot = (number: (typeof numbers)[number]): Spot => ({ line: line.line, cell: column, number });
  return {
    ...(money[0] && money.length === 1 ? { money: spot(money[0]) } : {}),
    ...(pct[0] && pct.length === 1 ? { pct: spot(pct[0]) } : {}),
  };
};

/** Finds the gain of a row. */
export const gainNumbers = (draft: Draft, line: AccountLine, columns: AccountColumns): GainNumbers => {
  const own = cellSpot(draft, line, columns.gainPct, 'pct');
  const { money, pct } = columns.gain === undefined ? {} : inOneCell(draft, line, columns.gain);
  const percentage = own ?? pct;
  return { ...(money ? { money } : {}), ...(percentage ? { pct: percentage } : {}) };
};
