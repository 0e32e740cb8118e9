import { compareText, thenBy } from './order.ts';

/** Where in a document something stands: line and column count from 1, the column in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that a document states, with the place where it states it. */
export interface Stated<T> {
  readonly value: T;
  readonly place: Place;
}

/** `Portfolio.md:15:3`, as editors and terminals understand it. */
export const placeText = (place: Place): string => `${place.file}:${place.line}:${place.column}`;

/** Order of reading: by file, then line, then column. */
export const comparePlaces = (a: Place, b: Place): number =>
  thenBy(compareText(a.file, b.file), thenBy(a.line - b.line, a.column - b.column));
