import { terminalText } from './escape.ts';
import { characterWidth, textWidth } from './text-width.ts';

/** A source line as it can be shown, and the column (from 0) at which the caret stands under it. */
export interface SourceExcerpt {
  readonly line: string;
  readonly caret: number;
}

const CUT = '…';

/** One character of a document as it is shown; a tab is one space, what shows nothing is nothing. */
const shownCharacter = (character: string): string => {
  if (/^\s$/u.test(character)) return ' ';
  return terminalText(character);
};

/** Characters beginning at the front that fit into so many columns. */
const fitting = (characters: readonly string[], room: number): readonly string[] => {
  let width = 0;
  const end = characters.findIndex((character) => (width += characterWidth(character)) > room);
  return end < 0 ? characters : characters.slice(0, end);
};

/** Keeps the end of what stands before the caret and the beginning of what stands after it. */
const clipped = (before: readonly string[], after: readonly string[], width: number): SourceExcerpt => {
  const rest = after.join('');
  const room = Math.max(1, width - Math.min(textWidth(rest), Math.trunc(width / 2)) - 1);
  const kept = fitting([...before].reverse(), room);
  const head = `${kept.length < before.length ? CUT : ''}${[...kept].reverse().join('')}`;
  const left = width - textWidth(head);
  const tail = textWidth(rest) <= left ? rest : `${fitting(after, left - 1).join('')}${CUT}`;
  return { line: `${head}${tail}`.trimEnd(), caret: textWidth(head) };
};

/** How far from the column a line is looked at: a line may be a whole file long. */
const REACH = 2000;

/** The part of a source line around a column (from 1, in UTF-16 units) that fits into a width. */
export const sourceExcerpt = (text: string, column: number, width: number): SourceExcerpt => {
  const before: string[] = [];
  const after: string[] = [];
  const start = Math.max(0, column - 1 - REACH);
  let unit = start + 1;
  for (const character of text.slice(start, column + REACH)) {
    const shown = shownCharacter(character);
    if (shown !== '') (unit < column ? before : after).push(shown);
    unit += character.length;
  }
  const indent = before.every((character) => character === ' ') && after[0] !== ' ' ? before.length : 0;
  return clipped(before.slice(indent), after, Math.max(10, width));
};
