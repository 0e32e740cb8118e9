import type { Rehearsal, State } from '../model/rehearsal.ts';
import type { Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';
import { worth, type Price, type Shares } from '../model/units.ts';
import { amountOf, type Amount, type Moved } from './4c-amount.ts';

/** One order of a ticker: its place in the plan, from 0, and what it does. */
export interface Placed {
  readonly step: number;
  readonly trade: Trade;
}

/**
 * A traded ticker, and everything that its price moves: what is held of it before (part 0), and for each of its orders
 * what is traded and what is held afterwards (parts 1 and 2, 3 and 4, …). What is held is worth the price at which the
 * order fills: a fill says what the market pays.
 */
export interface Mover extends Moved {
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly orders: readonly Placed[];
  /** What the parts are worth in the plan. */
  readonly worths: readonly bigint[];
}

const signed = ({ side, shares }: Trade): bigint => (side === 'BUY' ? shares : -shares);

const moverOf = ({ before }: Rehearsal, orders: readonly [Placed, ...Placed[]]): Mover => {
  const [{ trade: first }] = orders;
  const held = before.positions.get(first.ticker);
  const parts: bigint[] = [held?.shares ?? 0n];
  const worths: bigint[] = [held?.value ?? 0n];
  let left: bigint = held?.shares ?? 0n;
  for (const { trade } of orders) {
    left += signed(trade);
    parts.push(trade.shares, left);
    worths.push(worth(trade.price, trade.shares), worth(held?.price ?? first.price, left as Shares));
  }
  const { ticker, price: at } = first;
  return { ticker, sector: held?.sector ?? first.sector, at, parts, orders, worths };
};

/** The traded tickers, in the order of their first orders. */
export const moversOf = (rehearsal: Rehearsal): readonly Mover[] => {
  const orders = new Map<Ticker, [Placed, ...Placed[]]>();
  rehearsal.steps.forEach(({ trade }, step) => {
    const others = orders.get(trade.ticker);
    if (others === undefined) orders.set(trade.ticker, [{ step, trade }]);
    else others.push({ step, trade });
  });
  return [...orders.values()].map((placed) => moverOf(rehearsal, placed));
};

/** What the parts are worth at a price. */
export const worthsAt = ({ parts }: Moved, price: bigint): readonly bigint[] =>
  parts.map((shares) => worth(price as Price, shares as Shares));

const unit = ({ parts }: Moved, at: number): readonly bigint[] => parts.map((_, part) => (part === at ? 1n : 0n));

/** How many of the ticker's orders are done after so many steps of the plan. */
const doneAfter = ({ orders }: Mover, steps: number): number => {
  const open = orders.findIndex(({ step }) => step >= steps);
  return open < 0 ? orders.length : open;
};

/** How the worths count in cash after so many steps. */
const inCash = ({ parts, orders }: Mover, done: number): readonly bigint[] =>
  parts.map((_, part) => {
    const order = orders[(part - 1) / 2];
    return order === undefined || (part - 1) / 2 >= done ? 0n : order.trade.side === 'BUY' ? -1n : 1n;
  });

/** Cash, total and the ticker's own position after so many steps of the plan, as the price moves them. */
export interface Moment {
  readonly cash: Amount;
  readonly total: Amount;
  /** The worth that the position has: a sector that it is in has it too. */
  readonly own: (now: bigint) => Amount;
}

const momentAt = (mover: Mover, { cash, total }: Pick<State, 'cash' | 'total'>, steps: number): Moment => {
  const done = doneAfter(mover, steps);
  const [inMoney, inHand] = [inCash(mover, done), unit(mover, 2 * done)];
  return {
    cash: amountOf(cash, inMoney, mover.worths),
    total: amountOf(
      total,
      inMoney.map((times, part) => times + (inHand[part] ?? 0n)),
      mover.worths,
    ),
    own: (now) => amountOf(now, inHand, mover.worths),
  };
};

/** A moment of the plan, as a price moves it: after so many steps. */
export const momentOf = (mover: Mover, rehearsal: Rehearsal, steps: number): Moment =>
  momentAt(mover, rehearsal.steps[steps - 1] ?? rehearsal.before, steps);

/** The end of the plan, as a price moves it: after all steps, and after a withdrawal. */
export const endOf = (mover: Mover, { after, steps }: Rehearsal): Moment => momentAt(mover, after, steps.length);
