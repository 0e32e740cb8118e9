/**
 * Exact units. Every amount that a decision depends on is a whole number (bigint) of a fixed
 * smallest part, so that nothing is ever rounded by accident; brands keep the units apart.
 */

declare const unit: unique symbol;

/** An amount of US dollars in whole cents. */
export type Cents = bigint & { readonly [unit]: 'cents' };

/**
 * An exact amount in 1/10,000,000,000 of a US dollar: what price × shares and percentage × cents are before anything is
 * rounded to the cent.
 */
export type Exact = bigint & { readonly [unit]: 'exact' };

/** A price per share in 1/10,000 of a US dollar. */
export type Price = bigint & { readonly [unit]: 'price' };

/** A number of shares in millionths of a share. */
export type Shares = bigint & { readonly [unit]: 'shares' };

/** A percentage in millionths of one percent: 5 % is 5,000,000. */
export type Pct = bigint & { readonly [unit]: 'pct' };

/** How many decimal places of its natural unit (dollar, share, percent) each unit keeps. */
export const SCALE = { cents: 2, price: 4, shares: 6, pct: 6 } as const;

/** One whole share. */
export const ONE_SHARE = 1_000_000n as Shares;

/** One hundred percent. */
export const HUNDRED_PCT = 100_000_000n as Pct;

export const cents = (whole: bigint): Cents => whole as Cents;
export const price = (tenThousandths: bigint): Price => tenThousandths as Price;
export const shares = (millionths: bigint): Shares => millionths as Shares;
export const pct = (millionths: bigint): Pct => millionths as Pct;

/** A sum of amounts in cents. */
export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum as Cents;
};

export const addCents = (a: Cents, b: Cents): Cents => (a + b) as Cents;
export const subtractCents = (a: Cents, b: Cents): Cents => (a - b) as Cents;
export const negateCents = (a: Cents): Cents => -a as Cents;
export const maxCents = (a: Cents, b: Cents): Cents => (a > b ? a : b);
export const absCents = (a: Cents): Cents => (a < 0n ? -a : a) as Cents;

export const addShares = (a: Shares, b: Shares): Shares => (a + b) as Shares;

/** Quotient of two whole numbers rounded toward minus infinity; the divisor is positive. */
export const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b));

/** Quotient of two whole numbers rounded toward plus infinity; the divisor is positive. */
export const ceilDivide = (a: bigint, b: bigint): bigint => -floorDivide(-a, b);

/** Quotient of two whole numbers rounded half away from zero; the divisor is positive. */
export const roundDivide = (a: bigint, b: bigint): bigint =>
  a >= 0n ? (2n * a + b) / (2n * b) : -((-2n * a + b) / (2n * b));

/** Price × shares carries 10 decimals of a dollar; cents carry 2. */
const PRICE_SHARES_PER_CENT = 100_000_000n;

/** What a number of shares is worth at a price, rounded to the cent (half away from zero), as a broker states it. */
export const worth = (at: Price, of: Shares): Cents => roundDivide(at * of, PRICE_SHARES_PER_CENT) as Cents;

/** An amount in cents, exactly. */
export const exactOf = (amount: Cents): Exact => (amount * PRICE_SHARES_PER_CENT) as Exact;

/** What a number of shares is worth at a price, exactly. */
export const exactWorth = (at: Price, of: Shares): Exact => (at * of) as Exact;

/** The part of an amount that a percentage is, exactly. */
export const exactPart = (share: Pct, of: Cents): Exact => (share * of) as Exact;

/** An exact amount rounded to the nearest cent, half away from zero. */
export const nearestCents = (amount: Exact): Cents => roundDivide(amount, PRICE_SHARES_PER_CENT) as Cents;

/** An exact amount rounded down to the cent. */
export const downToCents = (amount: Exact): Cents => floorDivide(amount, PRICE_SHARES_PER_CENT) as Cents;

/** An exact amount rounded up to the cent. */
export const upToCents = (amount: Exact): Cents => ceilDivide(amount, PRICE_SHARES_PER_CENT) as Cents;

/** The most lots of `lot` shares whose exact value is at most `budget`; zero when the budget is not positive. */
export const lotsWithin = (budget: Exact, at: Price, lot: Shares): bigint => (budget <= 0n ? 0n : budget / (at * lot));

/** The fewest lots of `lot` shares whose exact value is at least `amount`; zero when the amount is not positive. */
export const lotsCovering = (amount: Cents, at: Price, lot: Shares): bigint =>
  amount <= 0n ? 0n : ceilDivide(amount * PRICE_SHARES_PER_CENT, at * lot);

/** The part `of` an amount that a percentage is, rounded down to the cent: the most that stays within a cap. */
export const atMost = (share: Pct, of: Cents): Cents => floorDivide(share * of, HUNDRED_PCT) as Cents;

/** The part `of` an amount that a percentage is, rounded up to the cent: the least that keeps a floor. */
export const atLeast = (share: Pct, of: Cents): Cents => ceilDivide(share * of, HUNDRED_PCT) as Cents;

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d*))?$|^([+-]?)\.(\d+)$/;

/**
 * Reads a plain decimal ("-1234.5", ".25") into whole parts of 10^-places.
 * Returns undefined for any other text, and for digits beyond `places` that are not zero.
 */
export const readDecimal = (text: string, places: number): bigint | undefined => {
  const match = decimalPattern.exec(text);
  if (!match) return undefined;
  const sign = match[1] ?? match[4] ?? '';
  const whole = match[2] ?? '0';
  const fraction = match[3] ?? match[5] ?? '';
  const kept = fraction.slice(0, places).padEnd(places, '0');
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const magnitude = BigInt(whole + kept);
  return sign === '-' ? -magnitude : magnitude;
};

/** Writes whole parts of 10^-places as a plain decimal with at least `least` and at most `places` decimals. */
export const writeDecimal = (parts: bigint, places: number, least = 0): string => {
  const digits = (parts < 0n ? -parts : parts).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  let end = digits.length;
  while (end > point + least && digits[end - 1] === '0') end -= 1;
  return `${parts < 0n ? '-' : ''}${digits.slice(0, point)}${end === point ? '' : `.${digits.slice(point, end)}`}`;
};

/**
 * The exact decimal that a JavaScript number prints as, in whole parts of 10^-places.
 * For numbers that came out of JSON text this is the number that was written (up to 15 digits).
 * Returns undefined when it is not finite or has more decimals than `places`.
 */
export const fromNumber = (value: number, places: number): bigint | undefined => {
  if (!Number.isFinite(value)) return undefined;
  const text = String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return readDecimal(text, places);
  const exponent = Number(match[4]);
  if (exponent > 30 || exponent < -30) return undefined;
  const fraction = match[3] ?? '';
  const digits = `${match[2] ?? ''}${fraction}`;
  const point = (match[2] ?? '').length + exponent;
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : `${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point)}`;
  return readDecimal(`${match[1] ?? ''}${plain}`, places);
};
