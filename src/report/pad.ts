import { textWidth } from './text-width.ts';

export type Alignment = 'left' | 'right';

/** Fills a text with spaces to a width, on the side that its alignment leaves free. */
export const pad = (text: string, width: number, alignment: Alignment): string => {
  const space = ' '.repeat(Math.max(0, width - textWidth(text)));
  return alignment === 'right' ? `${space}${text}` : `${text}${space}`;
};

/** The width of each column of a table. */
export const columnWidths = (rows: readonly (readonly string[])[]): readonly number[] => {
  const widest: number[] = [];
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) widest[at] = Math.max(widest[at] ?? 0, textWidth(row[at] ?? ''));
  }
  return widest;
};
