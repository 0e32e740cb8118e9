import { compareRatios, distance, type Ratio } from '../model/ratio.ts';
import { roundDivide, SCALE, writeDecimal } from '../model/units.ts';
import { decimalsOf, type NumberStyle } from './number-style.ts';
import { powerOf, type Kind, type WrittenNumber } from './written-number.ts';

/** The figure that is to be written: exact, in dollars, shares or percent. */
export interface Wanted {
  readonly kind: Kind;
  readonly value: Ratio;
  /** How far what is written may be from it; further decimals are written until it is near enough. */
  readonly within: Ratio;
  /** At least so many decimals. */
  readonly least?: number;
}

/** No rounding at all, up to the decimals that the unit has. */
export const EXACTLY: Ratio = { num: 0n, den: 1n };

/** Rounded to the decimals that the old number had, whatever they are. */
export const AS_BEFORE: Ratio = { num: 10n ** 30n, den: 1n };

const PLACES: Readonly<Record<Kind, number>> = {
  money: SCALE.cents,
  price: SCALE.price,
  shares: SCALE.shares,
  pct: SCALE.pct,
};

const size = ({ num, den }: Ratio): Ratio => ({ num: num < 0n ? -num : num, den });

const rounded = ({ num, den }: Ratio, decimals: number): bigint => roundDivide(num * 10n ** BigInt(decimals), den);

const isNear = (wanted: Wanted, decimals: number): boolean => {
  const written: Ratio = { num: rounded(wanted.value, decimals), den: 10n ** BigInt(decimals) };
  return compareRatios(distance(written, wanted.value), wanted.within) <= 0;
};

/** As many decimals as before (of shares: as the column has, or as are needed), and more where they are needed. */
const decimalsFor = (wanted: Wanted, before: number, style: NumberStyle): number => {
  const most = PLACES[wanted.kind];
  let decimals = wanted.kind === 'shares' ? (style.decimals ?? 0) : before;
  decimals = Math.min(most, Math.max(decimals, wanted.least ?? 0));
  while (decimals < most && !isNear(wanted, decimals)) decimals += 1;
  return decimals;
};

const digitsOf = (value: Ratio, decimals: number, grouped: boolean): string => {
  const [whole = '', fraction] = writeDecimal(rounded(size(value), decimals), decimals, decimals).split('.');
  const separated = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? separated : `${separated}.${fraction}`;
};

/** The sign that a value needs: negative ones in the column's way, others with a plus where the column has it. */
const signOf = (value: bigint, old: WrittenNumber, style: NumberStyle): string => {
  if (value < 0n) {
    const minus = old.sign === '' || old.sign === '+' ? style.minus : old.sign;
    // The percent sign stands outside of what is replaced; brackets would part it from its number.
    return minus === '(' && old.percent !== '' ? '-' : minus;
  }
  return style.plus && (value > 0n || old.sign === '+') ? '+' : '';
};

/** `1.2K` stays one where it can say the new value; else it becomes a plain number. */
const amountOf = (old: WrittenNumber, wanted: Wanted, style: NumberStyle): string => {
  const power = powerOf(old.suffix);
  const inPowers: Ratio = { num: wanted.value.num, den: wanted.value.den * power };
  const own = decimalsOf(old);
  if (power > 1n && isNear({ ...wanted, value: inPowers, within: EXACTLY }, own))
    return `${digitsOf(inPowers, own, style.grouped)}${old.suffix}`;
  const before = power > 1n ? PLACES[wanted.kind] : own;
  const digits = digitsOf(wanted.value, decimalsFor(wanted, before, style), style.grouped);
  return old.digits.startsWith('.') ? digits.replace(/^0(?=\.)/, '') : digits;
};

/** The new figure in the manner of the old one, for the place from its `start` to its `end`. */
export const writeNumber = (old: WrittenNumber, wanted: Wanted, style: NumberStyle): string => {
  const amount = amountOf(old, wanted, style);
  const negative = wanted.value.num < 0n && /[1-9]/.test(amount);
  if (old.bracketed && negative) return `(${old.currency}${amount}${old.percent})`;
  const sign = signOf(negative ? -1n : /[1-9]/.test(amount) ? 1n : 0n, old, style);
  const percent = old.bracketed ? old.percent : '';
  if (sign === '(') return `(${old.currency}${amount})`;
  return old.signInside ? `${old.currency}${sign}${amount}${percent}` : `${sign}${old.currency}${amount}${percent}`;
};
