import type { AdverseMove, Endurance } from '../model/recommendation.ts';
import type { Pct } from '../model/units.ts';
import type { Kept } from './4c-kept.ts';
import type { Mover } from './4c-mover.ts';
import { pushesOf, type Against } from './4c-push.ts';
import { weakCaps } from './4c-weak-caps.ts';
import { weakCash } from './4c-weak-cash.ts';
import { weakRises } from './4c-weak-rise.ts';
import type { Weak } from './4c-weak.ts';

/** Nobody asks what happens when a sale fills at less than a hundredth of its price, or a purchase at more than a hundred times. */
const LOWEST = 99_000_000n;
const HIGHEST = 9_900_000_000n;

const weakest = (all: readonly Weak[]): Weak | undefined =>
  all.reduce<Weak | undefined>((least, one) => (least === undefined || one.pct < least.pct ? one : least), undefined);

const enduranceOf = (kept: Kept, movers: readonly Mover[], against: Against): Endurance => {
  if (kept.cash.tangled) return { pct: 0n as Pct };
  const pushes = pushesOf(movers, against);
  const first = weakest([...weakCaps(kept, pushes), ...weakCash(kept, pushes), ...weakRises(kept, pushes)]);
  const farthest = pushes.some(({ down }) => down) ? LOWEST : HIGHEST;
  if (first === undefined || first.pct >= farthest) return {};
  const { constraint, subject, pct } = first;
  return { pct: pct as Pct, first: { constraint, subject } };
};

/**
 * Step 4C for the whole plan: the largest adverse move. Every fill may be worse than planned by up to this part of its price, each by
 * its own, without any finding becoming graver; what is held of a ticker is worth the price at which it fills. Each limit
 * is an inequality that is of the first degree in every price, so that it is worst where each price moves fully or not at all:
 * what prices may take of it at the most is a sum over the orders, and the move that uses up its room a quotient.
 */
export const adverseMove = (kept: Kept, movers: readonly Mover[]): AdverseMove | undefined => {
  if (movers.length === 0) return undefined;
  const trades = movers.flatMap(({ orders }) => orders.map(({ trade }) => trade.side));
  const both = enduranceOf(kept, movers, { sells: true, buys: true });
  if (!trades.includes('SELL') || !trades.includes('BUY')) return { both };
  return {
    both,
    sells: enduranceOf(kept, movers, { sells: true, buys: false }),
    buys: enduranceOf(kept, movers, { sells: false, buys: true }),
  };
};
