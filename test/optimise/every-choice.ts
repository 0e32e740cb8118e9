import { missedBy, shareOf, type Purse, type Sized } from '../../src/optimise/sized.ts';
import type { Exact } from '../../src/model/units.ts';

/** Every choice of whole shares between the bounds of the names, one after the other. */
export function* everyChoice(names: readonly Pick<Sized, 'least' | 'most'>[]): Generator<readonly bigint[]> {
  const shares = names.map(({ least }) => least);
  for (;;) {
    yield [...shares];
    let at = 0;
    while (at < names.length && shares[at] === names[at]!.most) shares[at] = names[at++]!.least;
    if (at === names.length) return;
    shares[at] = shares[at]! + 1n;
  }
}

/** What the best of all choices misses its targets by, found by looking at each; undefined when none is allowed. */
export const leastMissed = (
  names: readonly Sized[],
  purse: Purse,
  isAllowed: (shares: readonly bigint[]) => boolean = () => true,
): Exact | undefined => {
  let best: Exact | undefined;
  for (const shares of everyChoice(names)) {
    const spent = names.reduce((sum, name, at) => sum + shareOf(name) * shares[at]!, 0n);
    if (purse.total - spent < purse.cashFloor || !isAllowed(shares)) continue;
    const off = missedBy(names, purse, shares);
    if (best === undefined || off < best) best = off;
  }
  return best;
};
