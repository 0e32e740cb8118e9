import type { Capped } from './4c-kept.ts';
import { HUNDRED_PCT } from '../model/units.ts';
import { PER_CENT } from './4c-amount.ts';
import { lossOf, roughOf, type Counts, type Push } from './4c-push.ts';

/** How far prices may move against the orders before one limit is breached, in millionths of a percent. */
export interface Weak {
  readonly constraint: string;
  readonly subject: string;
  readonly pct: bigint;
}

/** What prices may take, were they to move by their whole, and twice the cents that rounding may take besides. */
export interface Taken {
  readonly loss: bigint;
  readonly rough: bigint;
}

export const NOTHING: Taken = { loss: 0n, rough: 0n };

/** The total value, and cash, as what must not become negative. */
export const TOTAL: Counts = { cash: 0n, total: 1n, own: 0n };
export const MONEY: Counts = { cash: 1n, total: 0n, own: 0n };

/** What one ticker may take after so many of its orders. */
export const takenBy = (push: Push, counts: Counts, done: number): Taken => ({
  loss: lossOf(push, counts, done),
  rough: roughOf(push, counts, done),
});

/** One and so many times another. */
export const plus = (a: Taken, b: Taken, times = 1n): Taken => ({
  loss: a.loss + times * b.loss,
  rough: a.rough + times * b.rough,
});

/** How many orders a ticker has. */
export const allOf = ({ mover: { orders } }: Push): number => orders.length;

/** What all tickers may take at the end of the plan, or (`done` 0) before it. */
export const takenByAll = (pushes: readonly Push[], counts: Counts, done: (push: Push) => number = allOf): Taken =>
  pushes.reduce((sum, push) => plus(sum, takenBy(push, counts, done(push))), NOTHING);

/** The move that uses up what there is now, rounded down; undefined: none does. */
export const moveOf = (now: bigint, { loss, rough }: Taken): bigint | undefined => {
  const left = PER_CENT * now - (PER_CENT * rough) / 2n;
  if (left < 0n) return 0n;
  return loss > 0n ? (left * HUNDRED_PCT) / loss : undefined;
};

/** A limit and the move that breaches it; nothing where none does. */
export const weak = (constraint: string, subject: string, pct: bigint | undefined): readonly Weak[] =>
  pct === undefined ? [] : [{ constraint, subject, pct }];

const nameIn = {
  sectors: ({ mover }: Push): string => mover.sector,
  positions: ({ mover }: Push): string => mover.ticker,
};

/** The tickers by what they belong to. */
export const bySubject = (pushes: readonly Push[], on: Capped): ReadonlyMap<string, readonly Push[]> => {
  const groups = new Map<string, Push[]>();
  for (const push of pushes) {
    const name = nameIn[on](push);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [push]);
    else group.push(push);
  }
  return groups;
};
