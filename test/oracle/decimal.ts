// The oracle's own numbers. Nothing here or in its neighbours comes from src: where both agree, they agree by meaning.

/** Every amount of the oracle is a whole count of 10^-10 dollars: price (4 decimals) × shares (6 decimals) is whole. */
export type Grains = bigint;

const GRAIN_PLACES = 10;
const GRAINS_PER_CENT = 100_000_000n;

/** A plain decimal such as "-12.5" as digits and the number of decimals. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

export const decimal = (text: string): Decimal => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a plain decimal: ${text}`);
  const point = text.indexOf('.');
  return { digits: BigInt(text.replace('.', '')), places: point < 0 ? 0 : text.length - point - 1 };
};

const toPlaces = ({ digits, places }: Decimal, wanted: number): bigint => {
  if (places > wanted) throw new Error('more decimals than an amount can have');
  return digits * 10n ** BigInt(wanted - places);
};

/** Dollars in grains. */
export const grains = (text: string): Grains => toPlaces(decimal(text), GRAIN_PLACES);

/** To the cent, half away from zero: look at the grains beyond the cent, as a person looks at the next digit. */
export const toTheCent = (amount: Grains): Grains => {
  const beyond = amount % GRAINS_PER_CENT;
  const whole = amount - beyond;
  const half = GRAINS_PER_CENT / 2n;
  if (beyond >= half) return whole + GRAINS_PER_CENT;
  if (beyond <= -half) return whole - GRAINS_PER_CENT;
  return whole;
};

/** What shares are worth at a price, stated in whole cents. */
export const worthOf = (price: string, shares: bigint): Grains => toTheCent(toPlaces(decimal(price), 4) * shares);

/** Shares in millionths. */
export const millionths = (text: string): bigint => toPlaces(decimal(text), 6);

/** Grains as dollars and cents, for comparing and printing. */
export const dollars = (amount: Grains): string => {
  const cents = toTheCent(amount) / GRAINS_PER_CENT;
  const text = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
};

/** Millionths of a share as a decimal without needless zeros. */
export const shareCount = (shares: bigint): string => {
  const text = (shares < 0n ? -shares : shares).toString().padStart(7, '0');
  const plain = `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
  return `${shares < 0n ? '-' : ''}${plain}`;
};
