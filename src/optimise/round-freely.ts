import type { Exact } from '../model/units.ts';
import { floored, layOut, type Bundle, type Floored, type Laid } from './lay-out.ts';
import { pack, topOf, type Packed } from './pack.ts';
import { missedBy, type Purse, type Sized } from './sized.ts';

/** A choice of whole shares, in the order of the names. */
export interface Rounded {
  readonly shares: readonly bigint[];
  /** The dollars by which the names and the cash miss their targets, added up. */
  readonly off: Exact;
  /** No choice misses by less than this: the same as `off` where the choice is proven to be the best. */
  readonly bound: Exact;
}

const sharesOf = (floors: readonly Floored[], { inside, outside }: Laid, best: Packed['best']): readonly bigint[] => {
  const shares = floors.map(({ base }) => base);
  const add = (bundle: Bundle | undefined, times: bigint): void => {
    if (bundle !== undefined) shares[bundle.name] = (shares[bundle.name] ?? 0n) + times * bundle.shares;
  };
  for (const bundle of inside) if (bundle.gain < bundle.cost) add(bundle, 1n); // the others are in the base
  for (const at of best?.out ?? []) add(inside[at], -1n);
  for (const at of best?.in ?? []) add(outside[at], 1n);
  return shares;
};

/** By how many dollars the best choice may be better than the one that was found. */
const gapOf = (laid: Laid, { best, complete }: Packed, names: number): bigint => {
  const rounded = laid.exact ? 0 : names + 1;
  const open = complete && laid.all ? 0 : Math.ceil(topOf(laid) - (best?.gain ?? 0));
  return BigInt(open + rounded) * laid.unit;
};

/**
 * The whole shares of all names, each between its bounds, that together miss their targets and the cash target by the
 * fewest dollars while the cash floor is kept. Undefined when even the fewest shares leave too little cash.
 *
 * What is missed is twice what the names lie below their targets, plus twice what is spent beyond the cash target, plus
 * a constant. So every name is rounded down first; a share more costs its price and gains what the name lacked.
 */
export const roundFreely = (names: readonly Sized[], purse: Purse, effort: number): Rounded | undefined => {
  const floors = names.map(floored);
  const spent = floors.reduce((all, { price, base }) => all + price * base, 0n);
  const limit = purse.total - purse.cashFloor - spent;
  const wished = purse.total - purse.cashTarget - spent;
  const laid = layOut(floors, wished < limit ? wished : limit, limit);
  const packed = pack(laid, effort);
  if (packed.best === undefined) return undefined;
  const shares = sharesOf(floors, laid, packed.best);
  const off = missedBy(names, purse, shares);
  return { shares, off, bound: (off - 2n * gapOf(laid, packed, names.length)) as Exact };
};
