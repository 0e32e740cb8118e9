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

/** A text with spaces around it, as wide as `width` says and wider where it must; it starts or ends where it did before. */
const around = (text: string, width: number, [left, right]: readonly [number, number], side: Alignment): string => {
  const [leastLeft, leastRight] = [Math.min(left, 1), Math.min(right, 1)];
  const spaces = Math.max(width - widthOf(text), leastLeft + leastRight);
  const wanted = { left, right: spaces - right, center: Math.floor(spaces / 2) }[side];
  const before = Math.max(leastLeft, Math.min(wanted, spaces - leastRight));
  return `${' '.repeat(before)}${text}${' '.repeat(spaces - before)}`;
};

/** A cell whose text changed from `old` to `text`, as wide as before where it is padded. Both come with their spaces. */
export const padCell = (old: string, text: string, { width, alignment }: Padding): string => {
  const left = old.length - old.trimStart().length;
  const right = old.length - old.trimEnd().length;
  const padded = left > 1 || right > 1;
  if (width === undefined && !padded) return text;
  return around(text.trim(), width ?? widthOf(old), [left, right], sideOf(left, right, alignment));
};

/** A new cell, with a space on each side and padded to the width of the column. */
export const newCell = (text: string, { width, alignment }: Padding): string =>
  text === '' ? ' '.repeat(width ?? 1) : around(text, width ?? 0, [1, 1], alignment);
