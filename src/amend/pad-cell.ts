import { widthOf, type Alignment } from './table-column.ts';

/** Where the text of a cell stands between its bars. */
export interface Padding {
  /** The width that the column has, where its cells stand in line. */
  readonly width?: number;
  readonly alignment: Alignment;
}

const sideOf = (left: number, right: number, alignment: Alignment): Alignment => {
  if (alignment === 'center' || left === right) return alignment;
  return left > right ? 'right' : 'left';
};

/** Spaces of a total that are shared out; at least one on each side where one was, also when that makes the cell wider. */
const around = (text: string, total: number, least: readonly [number, number], side: Alignment): string => {
  const [left, right] = least;
  const spaces = Math.max(total, left + right);
  const before = side === 'left' ? left : side === 'right' ? spaces - right : Math.max(left, Math.floor(spaces / 2));
  return `${' '.repeat(before)}${text}${' '.repeat(Math.max(right, spaces - before))}`;
};

/** A cell whose text changed from `old` to `text`, as wide as before where it is padded. Both come with their spaces. */
export const padCell = (old: string, text: string, { width, alignment }: Padding): string => {
  const left = old.length - old.trimStart().length;
  const right = old.length - old.trimEnd().length;
  const padded = left > 1 || right > 1;
  if (width === undefined && !padded) return text;
  const words = text.trim();
  const least = [Math.min(left, 1), Math.min(right, 1)] as const;
  return around(words, (width ?? widthOf(old)) - widthOf(words), least, sideOf(left, right, alignment));
};

/** A new cell, with a space on each side and padded to the width of the column. */
export const newCell = (text: string, { width, alignment }: Padding): string =>
  around(text, (width ?? 0) - widthOf(text), [1, 1], alignment);
