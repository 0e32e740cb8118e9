import { numbersIn, type WrittenNumber } from './written-number.ts';

/** How the numbers of a column are written, where the cell itself does not show it. */
export interface NumberStyle {
  /** Commas between thousands. */
  readonly grouped: boolean;
  /** Numbers above zero carry a `+`. */
  readonly plus: boolean;
  /** The sign of a negative number, or `(` for brackets. */
  readonly minus: string;
  /** All numbers of the column have this many decimals; absent where they have as many as they need. */
  readonly decimals?: number;
}

const wholePart = (number: WrittenNumber): string => number.digits.split('.')[0] ?? '';

/** How many decimals a number is written with. */
export const decimalsOf = (number: WrittenNumber): number => number.digits.split('.')[1]?.length ?? 0;

/** Whether these numbers have commas between thousands; undefined where none is large enough to tell. */
const grouping = (numbers: readonly WrittenNumber[]): boolean | undefined => {
  const telling = numbers.map(wholePart).find((whole) => whole.length > 3);
  return telling?.includes(',');
};

const minusOf = (numbers: readonly WrittenNumber[]): string => {
  if (numbers.some((number) => number.bracketed)) return '(';
  return numbers.find((number) => number.sign !== '' && number.sign !== '+')?.sign ?? '-';
};

/** The decimals that all share; one number alone shows it only by a zero at its end. */
const commonDecimals = (numbers: readonly WrittenNumber[]): number | undefined => {
  const [first, ...others] = numbers;
  if (first === undefined) return undefined;
  const decimals = decimalsOf(first);
  const alone = others.length === 0 && !first.digits.endsWith('0');
  return decimals === 0 || alone || others.some((other) => decimalsOf(other) !== decimals) ? undefined : decimals;
};

/** The style of the cells of one column (raw, without the cell itself), in a document where `groupedElsewhere`. */
export const numberStyle = (
  own: WrittenNumber | undefined,
  peers: readonly string[],
  groupedElsewhere: boolean,
): NumberStyle => {
  const others = peers.flatMap((cell) => numbersIn(cell).slice(0, 1));
  const all = own ? [own, ...others] : others;
  const decimals = own && /\.\d*0$/.test(own.digits) ? decimalsOf(own) : commonDecimals(all);
  return {
    grouped: grouping(own ? [own] : []) ?? grouping(others) ?? groupedElsewhere,
    plus: all.some((number) => number.sign === '+'),
    minus: minusOf(all),
    ...(decimals === undefined ? {} : { decimals }),
  };
};

/** Whether large numbers of a document have commas between thousands: as most of them do; a bare 2026 is a year. */
export const groupsThousands = (text: string): boolean => {
  const numbers = numbersIn(text).filter(({ digits }) => /\d{4}|,/.test(digits) && !/^(?:19|20)\d\d$/.test(digits));
  return numbers.filter(({ digits }) => digits.includes(',')).length * 2 >= numbers.length;
};
