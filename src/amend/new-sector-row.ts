import { weight } from '../model/ratio.ts';
import { sectorOf } from '../model/sector.ts';
import { breakdownColumns } from '../parse/breakdown-columns.ts';
import type { Table } from '../parse/outline.ts';
import { breakdownValue } from './amend-breakdown.ts';
import { freshSector, type Books } from './books.ts';
import { valueOfSector } from './balance.ts';
import { aboutMoney, inPercent, SILENT_POINTS } from './figure.ts';
import { blankLike, numbersLike, wordsLike } from './new-cell-text.ts';
import { rowText, type NewRow } from './row-text.ts';

/** The sector of a new holding gets a row in a table that broke the whole account down by sector before; else nothing. */
export const newSectorRow = (books: Books, table: Table, basis: 'total' | 'invested'): NewRow | undefined => {
  const { page, fill, before, after } = books;
  const columns = breakdownColumns(table);
  const sector = freshSector(books);
  const listed = page.portfolio.claims.sectorWeights.filter(
    ({ pct }) => page.rows.get(pct.place.line)?.table === table,
  );
  const names = new Set(listed.map((each) => each.sector));
  const last = listed.at(-1)?.pct.place.line;
  const whole = before.holdings.every((holding) => names.has(holding.sector));
  if (!books.fresh || names.has(sector) || !whole || last === undefined || columns?.sector === undefined)
    return undefined;
  const value = valueOfSector(after, sectorOf(fill.sector ?? ''));
  const column = breakdownValue(table);
  const cells = table.header.cells.map((_, at) => {
    if (at === columns.sector) return wordsLike(page, table, at, fill.sector ?? '');
    if (at === columns.weight)
      return numbersLike(page, table, at, [
        { kind: 'pct', value: inPercent(weight(value, after[basis])), within: SILENT_POINTS },
      ]);
    return at === column ? numbersLike(page, table, at, [aboutMoney(value)]) : blankLike(page, table, at);
  });
  return rowText(page, table, last, cells);
};
