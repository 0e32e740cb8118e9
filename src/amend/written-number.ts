import { readMoney, readPct, readPrice, readShares, type Reading } from '../parse/numbers.ts';

/** What a number counts. */
export type Kind = 'money' | 'price' | 'shares' | 'pct';

/** A number as it stands in a raw line, in its parts. */
export interface WrittenNumber {
  /** From its sign or bracket up to its last digit, suffix or bracket. */
  readonly start: number;
  readonly end: number;
  /** `+`, a kind of minus, or empty. */
  readonly sign: string;
  /** The sign stands behind the `$`. */
  readonly signInside: boolean;
  /** Brackets say that it is negative: `($93.40)`. */
  readonly bracketed: boolean;
  /** What stands between sign and digits: `$`, `\$`, `USD `. */
  readonly currency: string;
  readonly digits: string;
  /** `K`, ` million`. */
  readonly suffix: string;
  /** The percent sign with the space before it, or empty. */
  readonly percent: string;
}

const MINUS = '\\-\\u2010\\u2011\\u2212\\ufe63\\uff0d';
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d]|\\d[.,])(\\()?([+${MINUS}])?(\\s?(?:US\\\\?\\$|USD|\\\\?\\$)?\\s?)([+${MINUS}])?` +
    `(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)` +
    `(\\s?(?:thousand|million|billion|trillion|mm|mn|bn|[kmbt])(?!\\p{L}))?(\\s?%)?(\\))?`,
  'giu',
);

const READERS: Readonly<Record<Kind, (text: string) => Reading<bigint>>> = {
  money: readMoney,
  price: readPrice,
  shares: readShares,
  pct: readPct,
};

const POWERS: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:k|thousand)$/i, 1_000n],
  [/^(?:m|mm|mn|million)$/i, 1_000_000n],
  [/^(?:b|bn|billion)$/i, 1_000_000_000n],
  [/^(?:t|trillion)$/i, 1_000_000_000_000n],
];

/** What a suffix multiplies by. */
export const powerOf = (suffix: string): bigint => POWERS.find(([name]) => name.test(suffix.trim()))?.[1] ?? 1n;

/** Every number in a piece of a line; offsets count from the start of the line. */
export const numbersIn = (line: string, from = 0, to = line.length): readonly WrittenNumber[] =>
  [...line.slice(from, to).matchAll(NUMBER)].map((match) => {
    const [all, open = '', sign = '', currency = '', inner = '', digits = '', suffix = '', percent = '', close = ''] =
      match;
    // With a sign of its own the brackets only set the number off.
    const bracketed = open !== '' && close !== '' && `${sign}${inner}` === '';
    const space = bracketed || sign !== '' ? 0 : currency.length - currency.trimStart().length;
    const start = from + match.index + (bracketed ? 0 : open.length + space);
    const end = from + match.index + all.length - (bracketed ? 0 : close.length + percent.length);
    const parts = { start, end, bracketed, currency: currency.slice(space), digits, suffix, percent };
    return { ...parts, sign: sign === '' ? inner : sign, signInside: sign === '' && inner !== '' };
  });

/** The same without the brackets around it, which may only set it off: `+$93.40 (+2.1%)`. */
export const unbracketed = (number: WrittenNumber): WrittenNumber =>
  number.bracketed
    ? { ...number, start: number.start + 1, end: number.end - 1 - number.percent.length, bracketed: false }
    : number;

/** The same without its sign, which may be a dash in front of it. */
export const unsigned = (number: WrittenNumber): WrittenNumber => {
  const inside = /^\s*/.exec(number.currency)?.[0].length ?? 0;
  const skipped = number.signInside ? 0 : number.sign.length + inside;
  const start = number.start + (number.bracketed ? 1 : 0) + skipped;
  const end = number.end - (number.bracketed ? 1 + number.percent.length : 0);
  return { ...number, start, end, sign: '', bracketed: false, currency: number.currency.slice(inside) };
};

/** What the digits say, without sign, in whole parts of the kind's unit. */
const magnitude = (number: WrittenNumber, kind: Kind): bigint | undefined => {
  const reading = READERS[kind](`${number.digits}${number.suffix}`);
  return reading.kind === 'value' ? reading.value : undefined;
};

const isMinus = (sign: string): boolean => sign !== '' && sign !== '+';

/** What a number says, its sign and brackets included; undefined where it is of another kind. */
export const valueOf = (number: WrittenNumber, kind: Kind): bigint | undefined => {
  const size = kind !== 'pct' && number.percent !== '' ? undefined : magnitude(number, kind);
  if (size === undefined) return undefined;
  return number.bracketed || isMinus(number.sign) ? -size : size;
};

/** The number taken so that it says `value`, or undefined where it cannot. */
const meaning = (number: WrittenNumber, kind: Kind, value: bigint): WrittenNumber | undefined => {
  // Nothing has no minus: what looks like one is a dash, or brackets that only set it off.
  const negated = number.bracketed || isMinus(number.sign);
  if (valueOf(number, kind) === value && !(value === 0n && negated)) return number;
  const bare = unsigned(number);
  return !number.signInside && valueOf(bare, kind) === value ? bare : undefined;
};

/** Numbers that carry the mark of their kind say it more surely than bare digits. */
const isMarked = (number: WrittenNumber, kind: Kind): boolean =>
  kind === 'pct' ? number.percent !== '' : kind === 'shares' || number.currency.trim() !== '';

/** The numbers of a piece of a line that say `value`, the surest first. */
export const numbersSaying = (
  line: string,
  kind: Kind,
  value: bigint,
  from = 0,
  to = line.length,
): readonly WrittenNumber[] => {
  const found = numbersIn(line, from, to).flatMap((number) => meaning(number, kind, value) ?? []);
  return [...found.filter((each) => isMarked(each, kind)), ...found.filter((each) => !isMarked(each, kind))];
};
