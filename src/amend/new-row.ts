import { weight, type Ratio } from '../model/ratio.ts';
import { sectorName, sectorOf } from '../model/sector.ts';
import { worth, type Cents, type Price } from '../model/units.ts';
import { plainText } from '../parse/plain-text.ts';
import type { AccountColumns, AccountTable } from './account-table.ts';
import type { Books } from './books.ts';
import { aboutMoney, dollars, exactMoney, exactShares, inPercent, perShare, SILENT_POINTS } from './figure.ts';
import { blankLike, numbersLike, wordsLike } from './new-cell-text.ts';
import type { Page } from './page.ts';
import { costOf } from './row-cost.ts';
import { rowText, type NewRow } from './row-text.ts';
import { bodyOf, rawCell } from './table-column.ts';
import { AS_BEFORE, EXACTLY, type Wanted } from './write-number.ts';
import { numbersIn, valueOf } from './written-number.ts';

type Cells = Map<number, string>;

/** What the new cost per share is read as, once it is written. */
const readPriceIn = (text: string): Price | undefined => {
  const [number] = numbersIn(text);
  return number ? (valueOf(number, 'price') as Price | undefined) : undefined;
};

const costCells = (cells: Cells, books: Books, { source: { table }, columns }: AccountTable): Cents => {
  const { page, fill } = books;
  const spent = costOf(fill);
  const each: Ratio = { num: spent * 10_000n, den: fill.shares };
  const put = (column: number | undefined, wanted: Wanted): string | undefined => {
    if (column === undefined) return undefined;
    cells.set(column, numbersLike(page, table, column, [wanted]));
    return cells.get(column);
  };
  put(columns.costTotal, exactMoney(spent));
  const perOne = put(columns.costPerShare, { kind: 'price', value: each, within: AS_BEFORE, least: 2 });
  const read = perOne === undefined ? undefined : readPriceIn(perOne);
  return read === undefined ? spent : worth(read, fill.shares);
};

const gainCells = (
  cells: Cells,
  books: Books,
  { source: { table }, columns }: AccountTable,
  value: Cents,
  cost: Cents,
): void => {
  const { page } = books;
  const money: Wanted = { kind: 'money', value: dollars((value - cost) as Cents), within: AS_BEFORE };
  const part: Ratio = cost > 0n ? inPercent({ num: value - cost, den: cost }) : { num: 0n, den: 1n };
  const pct: Wanted = { kind: 'pct', value: part, within: SILENT_POINTS };
  if (columns.gainPct !== undefined) cells.set(columns.gainPct, numbersLike(page, table, columns.gainPct, [pct]));
  if (columns.gain === undefined) return;
  const shown = bodyOf(page, table).map((row) => numbersIn(rawCell(page, row, columns.gain ?? -1)));
  const both = shown.some((numbers) => numbers.length === 2);
  const only =
    shown.find((numbers) => numbers.length === 1)?.[0]?.percent !== '' && shown.some((numbers) => numbers.length === 1);
  cells.set(columns.gain, numbersLike(page, table, columns.gain, both ? [money, pct] : only ? [pct] : [money]));
};

const wordCells = (cells: Cells, books: Books, { source: { table }, columns }: AccountTable): void => {
  const { page, fill } = books;
  const words = (column: number | undefined, text: string): void => {
    if (column !== undefined && text !== '') cells.set(column, wordsLike(page, table, column, plainText(text)));
  };
  const sector = sectorOf(fill.sector ?? '');
  words(columns.name, fill.name ?? '');
  words(
    columns.sector,
    page.portfolio.spelling.has(sector) ? sectorName(sector, page.portfolio.spelling) : (fill.sector ?? ''),
  );
  words(columns.ticker, fill.ticker);
};

const cellsOf = (books: Books, account: AccountTable, basis: Cents): Cells => {
  const { page, fill } = books;
  const { columns, source } = account;
  const cells: Cells = new Map();
  const price = fill.lastPrice ?? fill.price;
  const value = worth(price, fill.shares);
  const numbers: readonly (readonly [number | undefined, Wanted])[] = [
    [columns.shares, exactShares(fill.shares)],
    [columns.price, { kind: 'price', value: perShare(price), within: EXACTLY }],
    [
      columns.value,
      columns.price === undefined || columns.shares === undefined ? exactMoney(value) : aboutMoney(value),
    ],
    [columns.weight, { kind: 'pct', value: inPercent(weight(value, basis)), within: SILENT_POINTS }],
  ];
  for (const [column, wanted] of numbers)
    if (column !== undefined) cells.set(column, numbersLike(page, source.table, column, [wanted]));
  gainCells(cells, books, account, value, costCells(cells, books, account));
  wordCells(cells, books, account);
  return cells;
};

/** The column that names the account says the same in each row. */
const copied = (page: Page, { source, lines }: AccountTable, column: number, { account }: AccountColumns): string => {
  const line = lines.filter(({ label }) => label === 'holding').at(-1);
  return column === account && line ? rawCell(page, line, column).trim() : blankLike(page, source.table, column);
};

/** The row of a ticker that was not held, in the style of its table. `basis`: what its weight is a part of. */
export const newRow = (books: Books, basis: Cents): NewRow | undefined => {
  const { page, fresh } = books;
  if (!fresh) return undefined;
  const { table, behind } = fresh;
  const { header } = table.source.table;
  const own = cellsOf(books, table, basis);
  const cells = header.cells.map((_, column) => own.get(column) ?? copied(page, table, column, table.columns));
  return rowText(page, table.source.table, behind, cells);
};
