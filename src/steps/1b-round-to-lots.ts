import { compareText, thenBy } from '../model/order.ts';
import type { Suppressed } from '../model/trade.ts';
import {
  downToCents,
  exactOf,
  exactWorth,
  lotsWithin,
  ONE_SHARE,
  roundDivide,
  worth,
  type Cents,
  type Exact,
  type Shares,
} from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import type { Candidate } from './1b-candidates.ts';
import { lotOf } from './ground.ts';

/** A candidate with the money that it should get, and the group (directive) whose room it shares. */
export interface Wanted {
  readonly candidate: Candidate;
  readonly group: number;
  readonly ideal: Exact;
}

/** Whole lots for everyone, and the orders that were too small to make. */
export interface Rounded {
  readonly bought: readonly { readonly wanted: Wanted; readonly shares: Shares }[];
  readonly suppressed: readonly Suppressed[];
}

/** One candidate while lots are handed out. */
interface Line {
  readonly wanted: Wanted;
  lots: bigint;
  /** What an order that turned out too small would have been worth. */
  tooSmall?: Cents;
}

/** What is handed out: lots to the lines, from the room of each group and from the cash. */
interface Basket {
  readonly lines: readonly Line[];
  readonly rooms: bigint[];
  cash: bigint;
  readonly lot: Shares;
}

/** What so many lots cost, rounded to the cent as the broker does. */
const costOf = ({ wanted: { candidate } }: Line, lots: bigint, lot: Shares): Cents =>
  worth(candidate.price, (lot * lots) as Shares);

const give = (basket: Basket, line: Line, lots: bigint): void => {
  const { lot, rooms } = basket;
  const cost = exactOf((costOf(line, line.lots + lots, lot) - costOf(line, line.lots, lot)) as Cents);
  line.lots += lots;
  rooms[line.wanted.group] = (rooms[line.wanted.group] ?? 0n) - cost;
  basket.cash -= cost;
};

/** Half a cent: by so much rounding may raise a value above the exact one. */
const HALF_CENT = 50_000_000n;

/** A price in whole cents: what whole shares are worth then needs no rounding. */
const WHOLE_CENT = 100n;

const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));

/** How many more lots fit into the cash and the count, or into the cash, the room of the group and the cap of the position. */
const fitting = ({ rooms, cash, lot }: Basket, { wanted: { candidate, group }, lots }: Line): bigint => {
  const { price, cap, held, most } = candidate;
  const rounding = price % WHOLE_CENT !== 0n || held % ONE_SHARE !== 0n ? HALF_CENT : 0n;
  const within = (money: bigint): bigint => lotsWithin((money - rounding) as Exact, price, lot);
  if (most !== undefined) return least(within(cash), most / lot - lots);
  const have = exactWorth(price, (held + lot * lots) as Shares);
  return within(least(rooms[group] ?? 0n, cash, cap - have));
};

/** The part of a lot that is still missing to the ideal, in millionths, so that equal parts tie whatever the amounts. */
const missingPart = ({ wanted: { candidate, ideal }, lots }: Line, lot: Shares): bigint =>
  roundDivide((ideal - exactWorth(candidate.price, (lot * lots) as Shares)) * 1_000_000n, candidate.price * lot);

/** Largest missing part of a lot first; ties by ticker. */
const nearestFirst = ({ lines, lot }: Basket): readonly Line[] =>
  lines
    .map((line) => ({ line, part: missingPart(line, lot) }))
    .sort((a, b) =>
      thenBy(
        a.part > b.part ? -1 : a.part < b.part ? 1 : 0,
        compareText(a.line.wanted.candidate.ticker, b.line.wanted.candidate.ticker),
      ),
    )
    .map(({ line }) => line);

/**
 * Turns amounts into whole lots: each is rounded down, then one lot goes to each who is nearest to its next one, then
 * what is left is used up; never beyond the room of its group, the cap of a position, or the cash. Orders below the
 * minimum are not made, and their money goes to the others. In the end nobody could still make a worthwhile order, so
 * that planning the result again finds nothing to do.
 */
export const roundToLots = (
  wanted: readonly Wanted[],
  rooms: readonly Exact[],
  available: Exact,
  config: Config,
): Rounded => {
  const lot = lotOf(config);
  const smallest = config.trading.min_trade_usd;
  const lines = wanted.map((one): Line => ({ wanted: one, lots: 0n }));
  const basket: Basket = { lines, rooms: [...rooms], cash: available, lot };
  for (const line of lines) {
    const { ideal, candidate } = line.wanted;
    give(basket, line, least(lotsWithin(ideal, candidate.price, lot), fitting(basket, line)));
  }
  const order = nearestFirst(basket);
  for (const line of order) if (fitting(basket, line) > 0n) give(basket, line, 1n);
  for (const line of order) {
    const value = costOf(line, line.lots, lot);
    if (value === 0n || value >= smallest) continue;
    line.tooSmall = value;
    give(basket, line, -line.lots);
  }
  for (const line of order) {
    const lots = fitting(basket, line);
    if (line.lots > 0n || costOf(line, lots, lot) >= smallest) give(basket, line, lots);
  }
  return {
    bought: lines
      .filter(({ lots }) => lots > 0n)
      .map((line) => ({ wanted: line.wanted, shares: (lot * line.lots) as Shares })),
    suppressed: lines.flatMap(suppressedOf),
  };
};

const suppressedOf = ({ wanted: { candidate, ideal }, lots, tooSmall }: Line): readonly Suppressed[] => {
  const value = tooSmall ?? downToCents(ideal);
  if (lots > 0n || value <= 0n) return [];
  const reason = tooSmall === undefined ? 'below-one-lot' : 'below-minimum';
  return [{ ticker: candidate.ticker, side: 'BUY', value, reason }];
};
