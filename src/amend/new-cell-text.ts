import type { Table } from '../parse/outline.ts';
import type { Page } from './page.ts';
import { numberStyle } from './number-style.ts';
import { columnCells } from './table-column.ts';
import { numbersIn, type Kind, type WrittenNumber } from './written-number.ts';
import { writeNumber, type Wanted } from './write-number.ts';

/** How a number is written where the column has none to imitate. */
const PLAIN: Readonly<Record<Kind, string>> = { money: '$0.00', price: '$0.00', shares: '0', pct: '0.0%' };

/** Marks around a text that are part of its look: bold, italic, code. */
const LOOK = /^([*_`]*)(.*?)([*_`]*)$/;

/** A cell with nothing but numbers, so that it can be imitated. */
const isNumbers = (text: string): boolean => /^[-+$\d.,%()\s\u2212]+$/.test(LOOK.exec(text)?.[2] ?? '');

/** The cells of a column that the rows above show, the nearest first. */
const above = (page: Page, table: Table, column: number): readonly string[] =>
  columnCells(page, table, column)
    .map((cell) => cell.trim())
    .reverse();

const write = (page: Page, number: WrittenNumber, wanted: Wanted, peers: readonly string[]): string =>
  writeNumber(number, wanted, numberStyle(number, peers, page.grouped));

/** Numbers for a new cell, in the manner of its column: one, or two such as a gain in dollars and in percent. */
export const numbersLike = (page: Page, table: Table, column: number, wanted: readonly Wanted[]): string => {
  const peers = above(page, table, column);
  const [first] = wanted;
  const kinds = (text: string): readonly boolean[] => numbersIn(text).map(({ percent }) => percent !== '');
  const asWanted = wanted.map(({ kind }) => kind === 'pct');
  const model = peers.find(
    (text) =>
      isNumbers(text) &&
      kinds(text).length === wanted.length &&
      (wanted.length === 1 || kinds(text).join() === asWanted.join()),
  );
  const text = model ?? (first ? PLAIN[first.kind] : '');
  return numbersIn(text)
    .map((number, at) => ({ number, own: wanted[at] }))
    .reverse()
    .reduce((cell, { number, own }) => {
      if (!own) return cell;
      return `${cell.slice(0, number.start)}${write(page, number, own, peers)}${cell.slice(number.end)}`;
    }, text);
};

/** Words for a new cell with the look of the column, where the rows above all have the same; the words are escaped. */
export const wordsLike = (page: Page, table: Table, column: number, words: string): string => {
  const looks = new Set(
    above(page, table, column)
      .filter((cell) => cell !== '')
      .map((cell) => LOOK.exec(cell)?.[1] ?? ''),
  );
  const [look = ''] = looks;
  const escaped = words.replace(/[\\|*_`[\]<]|~(?=~)|&(?=#?\w+;)/g, (mark) => `\\${mark}`);
  if (looks.size !== 1) return escaped;
  return `${look}${escaped}${look.split('').reverse().join('')}`;
};

/** The mark with which a column says that there is nothing: a dash, or an empty cell. */
export const blankLike = (page: Page, table: Table, column: number): string =>
  above(page, table, column).find((cell) => /^(?:|[-\u2013\u2014]|n\/a)$/i.test(cell)) ?? '';
