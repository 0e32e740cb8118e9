import type { Pct, Shares } from '../model/units.ts';
import type { Instruction } from './instruction.ts';
import type { Token } from './instruction-tokens.ts';
import { readShares } from './numbers.ts';

/** An instruction while it is being read. */
export type Building = { -readonly [K in keyof Instruction]: Instruction[K] };

/** A position in the tokens of one line. */
export interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

/** The word that a token is, or nothing. */
export const wordOf = (token: Token | undefined): string => (token?.kind === 'word' ? token.text : '');

/** True for one of these punctuation marks. */
export const isMark = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && marks.includes(token.text);

/** The token that comes next, or one further ahead. */
export const peek = (cursor: Cursor, ahead = 0): Token | undefined => cursor.tokens[cursor.at + ahead];

/** Steps over these punctuation marks. */
export const skipMarks = (cursor: Cursor, marks: string): void => {
  while (isMark(peek(cursor), marks)) cursor.at += 1;
};

/** A change without its sign: the verb says the direction. */
export const magnitude = (value: Pct): Pct => (value < 0n ? -value : value) as Pct;

/** The number of shares that a token is. */
export const sharesIn = (token: Token | undefined): Shares | undefined => {
  const reading = token?.kind === 'number' ? readShares(token.text) : undefined;
  return reading?.kind === 'value' ? reading.value : undefined;
};

/** Notes that something is unreadable; the first such thing counts. */
export const setFault = (line: Building, token: Token & { readonly kind: 'fault' }): void => {
  line.fault ??= token.code;
  line.faultText ??= token.text;
};
