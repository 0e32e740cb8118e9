import type { Issue, Parsed } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import type { Side } from '../model/trade.ts';
import { checkSize } from './caps.ts';
import { fillOf, type FillParts } from './fill-of.ts';
import { issueAt } from './issue-at.ts';
import type { Cell } from './outline.ts';
import { plainText } from './plain-text.ts';
import type { ToldFill } from './told-fill.ts';

const SIDES: Readonly<Record<string, Side>> = {
  sold: 'SELL',
  sell: 'SELL',
  sld: 'SELL',
  bought: 'BUY',
  buy: 'BUY',
  bot: 'BUY',
};
const AT = /^(?:@|at)$/i;
const DAY = /^\d{4}-/;

/** The words of one fill, and how far they are read. */
interface Cursor {
  readonly words: readonly Cell[];
  at: number;
}

const peek = ({ words, at }: Cursor, ahead = 0): string => words[at + ahead]?.text ?? '';
const next = (cursor: Cursor): Cell | undefined => cursor.words[cursor.at++];

/** Steps over a word that may be there. */
const skip = (cursor: Cursor, shape: RegExp): boolean => {
  const found = shape.test(peek(cursor));
  if (found) cursor.at += 1;
  return found;
};

/** "order 3", "order no. 3", "order #3". */
const takeOrder = (cursor: Cursor): Cell | undefined => {
  if (!skip(cursor, /^order$/i)) return undefined;
  skip(cursor, /^(?:no|number)$/i);
  return next(cursor);
};

/** A day, the time of day behind it, and its offset: one to three words. */
const takeMoment = (cursor: Cursor): Cell | undefined => {
  const day = next(cursor);
  if (day === undefined) return undefined;
  const time = /^\d{1,2}:\d{2}/.test(peek(cursor)) ? ` ${next(cursor)?.text ?? ''}` : '';
  const offset = time !== '' && /^(?:Z|[+-]\d{2}:\d{2})$/.test(peek(cursor)) ? (next(cursor)?.text ?? '') : '';
  return { text: `${day.text}${time}${offset}`, place: day.place };
};

type Extra = 'fees' | 'id' | 'order' | 'at';

/** What may be said behind the price. */
const takeExtra = (cursor: Cursor): readonly [Extra, Cell | undefined] | undefined => {
  if (/^order$/i.test(peek(cursor))) return ['order', takeOrder(cursor)];
  if (skip(cursor, /^(?:fees?|commission)$/i)) return ['fees', next(cursor)];
  if (skip(cursor, /^id$/i)) return ['id', next(cursor)];
  return skip(cursor, /^(?:at|on)$/i) || DAY.test(peek(cursor)) ? ['at', takeMoment(cursor)] : undefined;
};

type Taken = { -readonly [K in keyof FillParts]?: FillParts[K] };

/** Reads everything behind the price; false at the first word that says nothing known, or something for the second time. */
const takeExtras = (cursor: Cursor, taken: Taken): boolean => {
  while (cursor.at < cursor.words.length) {
    const before = cursor.at;
    const [kind, cell] = takeExtra(cursor) ?? [];
    if (kind === undefined || cell === undefined || taken[kind] !== undefined) {
      cursor.at = before;
      return false;
    }
    taken[kind] = cell;
  }
  return true;
};

/** The grammar: [filled] [order N:] [SOLD] 100 [shares] [of] [NEM] @ 84.11 [fees 0.35] [id 12345] [2026-01-09 10:31] */
const takeParts = (cursor: Cursor): FillParts | undefined => {
  skip(cursor, /^fill(?:ed)?$/i);
  const taken: Taken = { order: takeOrder(cursor), side: SIDES[peek(cursor).toLowerCase()] };
  if (taken.side !== undefined) cursor.at += 1;
  const shares = /\d/.test(peek(cursor)) ? next(cursor) : undefined;
  if (shares === undefined) return undefined;
  skip(cursor, /^(?:shares?|shs)$/i);
  skip(cursor, /^of$/i);
  if (!AT.test(peek(cursor)) || AT.test(peek(cursor, 1))) taken.ticker = next(cursor);
  if (!skip(cursor, AT)) return undefined;
  const price = next(cursor);
  if (price === undefined) return undefined;
  return takeExtras(cursor, taken) ? { ...taken, shares, price } : undefined;
};

/** Longer than any word of a fill; it is repeated in a message, and not looked at more closely. */
const LONGEST = 200;

/** The words of a line as a reader sees them, `@` on its own, without the marks that only separate. */
const wordsOf = (text: string, start: Place): readonly Cell[] =>
  [...text.matchAll(/@|[^\s@]+/gu)]
    .map((match) => ({
      text: plainText(match[0].slice(0, LONGEST)).replace(/(?<=.)[,:.]+$/, ''),
      place: { ...start, column: start.column + match.index },
    }))
    .filter((word) => word.text !== '');

const readOne = (line: Cell): Parsed<ToldFill> => {
  const words = wordsOf(line.text, line.place);
  const text = plainText(line.text);
  const cursor: Cursor = { words, at: 0 };
  const parts = takeParts(cursor);
  if (parts !== undefined) return fillOf(parts, text);
  const near = words[cursor.at];
  const detail = { text: text.slice(0, 120), near: near?.text.slice(0, 40) ?? '' };
  return { issues: [issueAt('fill-not-understood', 'unusable', near?.place ?? line.place, detail)] };
};

/** One fill a line, or several on a line with `;` between them. */
const linesOf = (source: string, file: string): readonly Cell[] =>
  source.split(/\r\n|\n|\r/).flatMap((line, at) => {
    let column = 1;
    return line.split(';').flatMap((text): readonly Cell[] => {
      const lead = text.length - text.trimStart().length;
      const place = { file, line: at + 1, column: column + lead };
      column += text.length + 1;
      return plainText(text) === '' ? [] : [{ text: text.slice(lead), place }];
    });
  });

/**
 * Reads fills in words: `SOLD 100 NEM @ 84.11`, `bought 12 MSFT at $412.05 fees 0.35`, `filled order 3: 100 @ 84.11`.
 * What is not understood is an issue at its place; where there is one, nothing of the text should be recorded.
 */
export const readFillWords = (source: string, file: string): Parsed<readonly ToldFill[]> => {
  const tooLarge = checkSize(source, file);
  if (tooLarge) return { issues: [tooLarge] };
  const lines = linesOf(source, file);
  const empty: readonly Issue[] =
    lines.length > 0 ? [] : [issueAt('fill-missing', 'unusable', { file, line: 1, column: 1 }, {})];
  const readings = lines.map(readOne);
  return {
    value: readings.flatMap(({ value }) => (value === undefined ? [] : [value])),
    issues: [...empty, ...readings.flatMap(({ issues }) => issues)],
  };
};
