import { exactWorth, ONE_SHARE, type Exact, type Price } from '../model/units.ts';

/** One name of which a whole number of shares is to be held. */
export interface Sized {
  /** What a share costs; more than nothing. */
  readonly price: Price;
  /** What the position should be worth; not negative. */
  readonly target: Exact;
  /** The fewest and the most shares that may be held. */
  readonly least: bigint;
  readonly most: bigint;
}

/** The account in which names are rounded. */
export interface Purse {
  /** Holdings and cash. */
  readonly total: Exact;
  readonly cashTarget: Exact;
  /** The cash that must remain. */
  readonly cashFloor: Exact;
}

/** What one share costs, exactly. */
export const shareOf = ({ price }: Pick<Sized, 'price'>): Exact => exactWorth(price, ONE_SHARE);

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** The dollars by which a choice of shares misses the targets, names and cash added up. */
export const missedBy = (names: readonly Sized[], purse: Purse, shares: readonly bigint[]): Exact => {
  let cash: bigint = purse.total;
  let off = 0n;
  for (const [at, name] of names.entries()) {
    const value = shareOf(name) * (shares[at] ?? 0n);
    cash -= value;
    off += magnitude(value - name.target);
  }
  return (off + magnitude(cash - purse.cashTarget)) as Exact;
};

/** The largest number that divides both without a rest; the other one where one is zero. Neither is negative. */
export const commonPart = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};
