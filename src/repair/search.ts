import type { CounterChange } from '../model/counter-proposal.ts';
import { compareText, thenBy } from '../model/order.ts';
import { addRatios, compareRatios, type Ratio } from '../model/ratio.ts';
import type { Judged } from '../steps/recommend.ts';
import { changesOf, movedBy } from './moved.ts';
import type { Situation } from './situation.ts';
import { changed, judgedOf, keyOf, readingsOf, resolvedById, type Variant } from './variant.ts';
import { stillToClose } from './ways-to-close.ts';
import { waysOut, wrongWith, type Wrong } from './ways-out.ts';

/** A variant in line to be judged: what it changes, and how far that goes. */
interface Waiting {
  readonly variant: Variant;
  readonly key: string;
  readonly changes: readonly CounterChange[];
  readonly moved: Ratio;
  /** How far anything that can become SAFE from here goes at least. */
  readonly least: Ratio;
}

/** A variant that the judge finds SAFE, and that has orders. */
export interface Safe extends Waiting {
  readonly plan: Judged;
}

/** What the search found. */
export interface Searched {
  /** The smallest first. */
  readonly safe: readonly Safe[];
  /** The variants that are not SAFE, and what is wrong with each. */
  readonly refused: readonly { readonly variant: Variant; readonly wrong: readonly Wrong[] }[];
  readonly tried: number;
  /** Whether every variant was looked at that could be as small as what was found. */
  readonly complete: boolean;
}

/** How many are offered. */
const OFFERED = 3;

/** How many variants of an account of up to a hundred holdings are judged at most; of a larger one fewer, in proportion. */
const MOST_TRIED = 64;
const HUNDRED = 100;
const FEWEST_TRIED = 3;

const mostTried = ({ sources }: Situation): number =>
  Math.max(FEWEST_TRIED, Math.floor((MOST_TRIED * HUNDRED) / Math.max(HUNDRED, sources.portfolio.holdings.length)));

const waitingFor = (situation: Situation, variant: Variant): Waiting => {
  const now = resolvedById(variant.proposed.values(), situation);
  const changes = changesOf(situation, variant, now);
  const moved = movedBy(changes);
  const least = addRatios(moved, stillToClose(situation, [...now.values()]));
  return { variant, key: keyOf(variant), changes, moved, least };
};

/** How many instructions that trade a variant changes: cash follows from what is traded. */
const tradesChanged = ({ changes, variant }: Waiting): number =>
  changes.filter(({ place }) => [...variant.asked.values()].some((one) => one.kind !== 'cash' && one.place === place))
    .length;

const byMoved = (a: Waiting, b: Waiting): number =>
  thenBy(
    compareRatios(a.moved, b.moved),
    thenBy(tradesChanged(a) - tradesChanged(b), thenBy(a.changes.length - b.changes.length, compareText(a.key, b.key))),
  );

/** The nearest to an end first; of these the one that has gone farthest. */
const byLeast = (a: Waiting, b: Waiting): number => thenBy(compareRatios(a.least, b.least), -byMoved(a, b));

/** Smallest first: by weight, then by the number of orders, then by the number of instructions that are changed. */
const bySize = (a: Safe, b: Safe): number =>
  thenBy(compareRatios(a.moved, b.moved), thenBy(a.plan.plan.trades.length - b.plan.plan.trades.length, byMoved(a, b)));

const ordersOf = ({ plan }: Safe): string =>
  plan.plan.trades.map(({ side, ticker, shares }) => `${side} ${ticker} ${shares}`).join();

/** The smallest, no two of which have the same orders. */
const best = (safe: readonly Safe[]): readonly Safe[] => {
  const sorted = [...safe].sort(bySize);
  const orders = sorted.map(ordersOf);
  return sorted.filter((_, at) => orders.indexOf(orders[at] ?? '') === at).slice(0, OFFERED);
};

/** Whether nothing that still waits can be as small as the last that would be offered. */
const isSettled = (safe: readonly Safe[], next: Waiting): boolean => {
  const last = best(safe)[OFFERED - 1];
  return last !== undefined && compareRatios(next.least, last.moved) > 0;
};

/** Where one belongs among those that wait in order. */
const placeFor = (one: Waiting, waiting: readonly Waiting[]): number => {
  let [low, high] = [0, waiting.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = waiting[middle];
    if (other !== undefined && byLeast(other, one) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What waits, so that the smallest comes out first; each variant waits once. */
const lineOf = (situation: Situation) => {
  const waiting: Waiting[] = [];
  const known = new Set<string>();
  return {
    add: (variant: Variant): void => {
      const one = waitingFor(situation, variant);
      if (known.has(one.key)) return;
      known.add(one.key);
      waiting.splice(placeFor(one, waiting), 0, one);
    },
    first: (): Waiting | undefined => waiting[0],
    take: (): Waiting | undefined => waiting.shift(),
  };
};

/**
 * Judges variants, the smallest first, until the three smallest that are SAFE are known: what is wrong with a variant says by
 * which changes it could become SAFE, and those wait in their turn. A SAFE variant without orders is no counter-proposal:
 * doing nothing is always possible.
 */
export const search = (situation: Situation): Searched => {
  const line = lineOf(situation);
  for (const reading of readingsOf(situation)) line.add(reading);
  const safe: Safe[] = [];
  const refused: { readonly variant: Variant; readonly wrong: readonly Wrong[] }[] = [];
  const most = mostTried(situation);
  let tried = 0;
  for (;;) {
    const next = line.first();
    const complete = next === undefined || isSettled(safe, next);
    if (complete || tried >= most) return { safe: best(safe), refused, tried, complete };
    line.take();
    tried += 1;
    const plan = judgedOf(situation, next.variant);
    if (plan.verdict === 'SAFE') {
      if (plan.plan.trades.length > 0) safe.push({ ...next, plan });
      continue;
    }
    refused.push({ variant: next.variant, wrong: wrongWith(plan) });
    for (const way of waysOut({ situation, variant: next.variant, plan })) {
      const other = changed(next.variant, way);
      if (other !== undefined) line.add(other);
    }
  }
};
