import { roundDivide, type Cents, type Pct } from '../model/units.ts';
import { readMoney, readPct } from './numbers.ts';

/** A percentage as written: one figure, or the two ends of a range; `bound` when it says "less than", "or more". */
export interface Part {
  readonly low: Pct;
  readonly high: Pct;
  readonly bound: boolean;
}

/** The smallest pieces of a line of instructions. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'pct'; readonly part: Part; readonly signed: boolean }
  | { readonly kind: 'points'; readonly value: Pct }
  | { readonly kind: 'money'; readonly value: Cents }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'arrow' }
  | { readonly kind: 'mark'; readonly text: string }
  /** Something that should be a number and is not readable; `code` says why. */
  | { readonly kind: 'fault'; readonly code: string; readonly text: string };

const N = String.raw`(?:\d[\d,.]*\d|\d|\.\d+)`;
const POINTS = String.raw`(?:pp|ppts?|pts?|%-?\s?points?|percentage[ -]points?|points?)\b`;
const SHAPES = {
  money: new RegExp(String.raw`[-+]?\s?(?:US)?\$\s?[-+]?${N}\s?(?:million\b|billion\b|thousand\b|[KMB]\b)?`, 'iy'),
  foreign: new RegExp(String.raw`[€£¥]\s?${N}[KMB]?|${N}\s?(?:[€£¥]|(?:EUR|GBP|CHF|JPY|CAD)\b)`, 'iy'),
  range: new RegExp(String.raw`[~≈]?(${N})\s?%?\s?[-–]\s?(${N})\s?(?:%|percent\b|pct\b)(?!-?\s?points?)\+?`, 'iy'),
  points: new RegExp(String.raw`([-+]?${N})\s?${POINTS}`, 'iy'),
  basis: new RegExp(String.raw`([-+]?${N})\s?(?:bps|bp|basis points?)\b`, 'iy'),
  pct: new RegExp(String.raw`([<>≤≥=~≈]{0,2})\s?([-+]?)(${N})\s?(?:%|percent\b|pct\b)(\+?)`, 'iy'),
  number: new RegExp(String.raw`[~≈]?[-+]?${N}(?:[KMB]\b)?`, 'iy'),
  word: /\p{L}[\p{L}\p{N}.&/'’_-]*/uy,
  arrow: /→/y,
  space: /\s+/y,
} as const;

const PLAIN_WORD = /[a-z][a-z0-9.&/'_-]*/iy;
const PLAIN_PCT = /(\d[\d,.]*\d|\d)%(?!\+|-?\s?point|\s?[-–])/iy;
const MARK = /[()[\],:;/&%@!?"'*#|{}^_`]/;

const pctToken = (match: readonly string[]): Token => {
  const [whole = '', compared = '', sign = '', digits = '', plus = ''] = match;
  const reading = readPct(`${sign}${digits}%`);
  if (reading.kind !== 'value')
    return { kind: 'fault', code: reading.kind === 'refused' ? reading.code : 'number-unreadable', text: whole };
  const bound = /[<>≤≥]/.test(compared) || plus !== '';
  return { kind: 'pct', part: { low: reading.value, high: reading.value, bound }, signed: sign !== '' };
};

const rangeToken = (match: RegExpExecArray): Token => {
  const low = readPct(`${match[1] ?? ''}%`);
  const high = readPct(`${match[2] ?? ''}%`);
  if (low.kind === 'value' && high.kind === 'value')
    return { kind: 'pct', part: { low: low.value, high: high.value, bound: false }, signed: false };
  const bad = low.kind === 'refused' ? low : high;
  return { kind: 'fault', code: bad.kind === 'refused' ? bad.code : 'number-unreadable', text: match[0] };
};

const pointsToken = (match: RegExpExecArray, divisor: bigint): Token => {
  const reading = readPct(match[1] ?? '');
  if (reading.kind === 'value') return { kind: 'points', value: roundDivide(reading.value, divisor) as Pct };
  return { kind: 'fault', code: reading.kind === 'refused' ? reading.code : 'number-unreadable', text: match[0] };
};

const moneyToken = (match: RegExpExecArray): Token => {
  const reading = readMoney(match[0]);
  if (reading.kind === 'value') return { kind: 'money', value: reading.value };
  return { kind: 'fault', code: reading.kind === 'refused' ? reading.code : 'number-unreadable', text: match[0] };
};

const wordToken = (word: string): Token => ({ kind: 'word', text: word.replace(/[.&/'’_-]+$/, '') });

const MAKERS: readonly (readonly [keyof typeof SHAPES, (match: RegExpExecArray) => Token])[] = [
  ['money', moneyToken],
  ['foreign', (match) => ({ kind: 'fault', code: 'foreign-currency', text: match[0] })],
  ['range', rangeToken],
  ['points', (match) => pointsToken(match, 1n)],
  ['basis', (match) => pointsToken(match, 100n)],
  ['pct', pctToken],
  ['arrow', () => ({ kind: 'arrow' })],
  ['number', (match) => ({ kind: 'number', text: match[0] })],
  ['word', (match) => wordToken(match[0])],
];

interface Found {
  readonly token: Token;
  readonly length: number;
}

/** A plain word or percentage, or a mark that starts nothing longer; no value where the shapes have to be tried. */
const plainAt = (text: string, at: number): Found | undefined => {
  const first = text[at] ?? '';
  PLAIN_PCT.lastIndex = at;
  const [pct, digits = ''] = PLAIN_PCT.exec(text) ?? [];
  if (pct !== undefined) return { token: pctToken([pct, '', '', digits, '']), length: pct.length };
  if (MARK.test(first)) return { token: { kind: 'mark', text: first }, length: 1 };
  PLAIN_WORD.lastIndex = at;
  const [word = ''] = PLAIN_WORD.exec(text) ?? [];
  const next = text[at + word.length] ?? '';
  if (word === '' || next > '\x7f' || (next === '$' && /^us$/i.test(word))) return undefined;
  return { token: wordToken(word), length: word.length };
};

const tokenAt = (text: string, at: number): Found => {
  const plain = plainAt(text, at);
  if (plain) return plain;
  for (const [shape, make] of MAKERS) {
    const pattern = SHAPES[shape];
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { token: make(match), length: match[0].length };
  }
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 32);
  return { token: { kind: 'mark', text: mark }, length: mark.length };
};

/** Cuts a bare line into tokens; never fails, whatever the text. */
export const instructionTokens = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    SHAPES.space.lastIndex = at;
    const space = SHAPES.space.exec(text);
    if (space) at += space[0].length;
    if (at >= text.length) break;
    const { token, length } = tokenAt(text, at);
    tokens.push(token);
    at += length;
  }
  return tokens;
};
