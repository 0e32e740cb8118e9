import type { Issue, IssueLevel } from '../model/issue.ts';
import type { Place, Stated } from '../model/place.ts';
import { issueAt } from './issue-at.ts';
import type { Reading } from './numbers.ts';
import type { TableRow } from './outline.ts';

/** A cell where a number is expected: the number with its place, nothing, or what is wrong with it. */
export type NumberCell<T> =
  | { readonly kind: 'value'; readonly stated: Stated<T>; readonly approximate: boolean; readonly text: string }
  | { readonly kind: 'absent'; readonly place: Place }
  | { readonly kind: 'refused'; readonly code: string; readonly place: Place; readonly text: string };

/** Reads the number in one column of a row; no such column or cell is an absent number. */
export const numberCell = <T>(
  row: TableRow,
  at: number | undefined,
  read: (text: string) => Reading<T>,
): NumberCell<T> => {
  const cell = at === undefined ? undefined : row.cells[at];
  if (!cell) return { kind: 'absent', place: row.place };
  const reading = read(cell.text);
  if (reading.kind === 'absent') return { kind: 'absent', place: cell.place };
  if (reading.kind === 'refused') return { kind: 'refused', code: reading.code, place: cell.place, text: cell.text };
  return {
    kind: 'value',
    stated: { value: reading.value, place: cell.place },
    approximate: reading.approximate,
    text: cell.text,
  };
};

/** What there is to say about a cell that could not be read (`level`), or that is only about right (a note). */
export const numberIssues = <T>(
  cell: NumberCell<T>,
  what: string,
  level: IssueLevel,
  subject: string,
): readonly Issue[] => {
  if (cell.kind === 'refused') return [issueAt(cell.code, level, cell.place, { text: cell.text, what }, subject)];
  if (cell.kind === 'value' && cell.approximate) {
    return [issueAt('number-approximate', 'note', cell.stated.place, { text: cell.text, what }, subject)];
  }
  return [];
};

/** The number of a cell, where it has one. */
export const statedIn = <T>(cell: NumberCell<T>): Stated<T> | undefined =>
  cell.kind === 'value' ? cell.stated : undefined;
