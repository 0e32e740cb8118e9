import type { Part } from './instruction-tokens.ts';
import { isMark, peek, wordOf, type Building, type Cursor } from './instruction-cursor.ts';

const BOUNDS =
  /^(?:below|under|above|least|most|max|maximum|min|minimum|less|more|within|between|than|approximately?)$/i;
const NEUTRAL =
  /^(?:about|around|approximately|approx|roughly|exactly|just|a|an|the|total|full|it|its|of|weight|allocation|level)$/i;
const BASES = /^(?:portfolio|account|aum|nav|assets|total|value|the|our|your|my|overall|entire|whole)$/i;

/** Words that say nothing about a figure. */
export const isNeutral = (word: string): boolean => NEUTRAL.test(word);

/** A percentage with the words that may stand before it; "at most", "below" and the like make it a bound. */
export const takePart = (cursor: Cursor): Part | undefined => {
  let ahead = 0;
  let bound = false;
  for (; ; ahead += 1) {
    const token = peek(cursor, ahead);
    const word = wordOf(token);
    if (BOUNDS.test(word)) bound = bound || !/^approx/i.test(word);
    else if (!isNeutral(word) && !isMark(token, '~≈:=')) break;
  }
  const token = peek(cursor, ahead);
  if (token?.kind !== 'pct') return undefined;
  cursor.at += ahead + 1;
  const joined = wordOf(peek(cursor)) === 'and' && bound ? peek(cursor, 1) : undefined;
  if (joined?.kind === 'pct') {
    cursor.at += 2;
    return { low: token.part.low, high: joined.part.high, bound: false };
  }
  return { ...token.part, bound: bound || token.part.bound };
};

/** "… of portfolio" says what the percentage is of; of anything else, it is another base. */
export const checkBase = (cursor: Cursor, line: Building): void => {
  if (!/^of$/i.test(wordOf(peek(cursor)))) return;
  let ahead = 1;
  let known = false;
  while (BASES.test(wordOf(peek(cursor, ahead)))) {
    known ||= !/^(?:the|our|your|my)$/i.test(wordOf(peek(cursor, ahead)));
    ahead += 1;
  }
  if (known) cursor.at += ahead;
  else line.fault ??= 'other-base';
};
