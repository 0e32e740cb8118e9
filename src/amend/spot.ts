import type { Place } from '../model/place.ts';
import { lineOf, type Page, type TableLine } from './page.ts';
import { columnCells } from './table-column.ts';
import { numberStyle } from './number-style.ts';
import { numbersSaying, type Kind, type WrittenNumber } from './written-number.ts';
import { writeNumber, type Wanted } from './write-number.ts';

/** Where a number stands in the bytes of a document. */
export interface Spot {
  readonly line: number;
  /** The cell that it stands in, when its line is a row of a table. */
  readonly cell?: number;
  readonly number: WrittenNumber;
}

/** True for the spot of another figure; two figures never share one. */
export type IsTaken = (spot: Spot) => boolean;

/** The number of a cell that says `value`. */
export const spotInCell = (
  page: Page,
  row: TableLine,
  cell: number,
  kind: Kind,
  value: bigint,
  isTaken: IsTaken,
): Spot | undefined => {
  const at = row.cells[cell];
  if (!at) return undefined;
  return numbersSaying(lineOf(page, row.line), kind, value, at.start, at.end)
    .map((number) => ({ line: row.line, cell, number }))
    .find((spot) => !isTaken(spot));
};

const inRow = (
  page: Page,
  row: TableLine,
  place: Place,
  kind: Kind,
  value: bigint,
  isTaken: IsTaken,
): Spot | undefined =>
  row.cells
    .flatMap(({ end }, cell) => (end >= place.column ? (spotInCell(page, row, cell, kind, value, isTaken) ?? []) : []))
    .at(0);

/** An item or a paragraph goes on to the next empty line or item. */
const goesOn = (text: string): boolean => !/^[\s>]*(?:$|[-+*]\s|\d+[.)]\s|#)/.test(text);

/** The number that a document was read to state at a place: in that row, or from there to the end of the paragraph. */
export const spotAt = (page: Page, place: Place, kind: Kind, value: bigint, isTaken: IsTaken): Spot | undefined => {
  const row = page.rows.get(place.line);
  if (row) return inRow(page, row, place, kind, value, isTaken);
  for (let line = place.line; line === place.line || goesOn(lineOf(page, line)); line += 1) {
    const from = line === place.line ? place.column - 1 : 0;
    const found = numbersSaying(lineOf(page, line), kind, value, from)
      .map((number) => ({ line, number }))
      .find((spot) => !isTaken(spot));
    if (found) return found;
  }
  return undefined;
};

/** What is to stand at a spot, in its manner and that of its column. */
export const wordsAt = (page: Page, { line, cell, number }: Spot, wanted: Wanted): string => {
  const row = page.rows.get(line);
  const peers = row && cell !== undefined ? columnCells(page, row.table, cell, line) : [];
  return writeNumber(number, wanted, numberStyle(number, peers, page.grouped));
};
