import {
  exactOf,
  exactWorth,
  lotsWithin,
  ONE_SHARE,
  worth,
  type Cents,
  type Exact,
  type Shares,
} from '../model/units.ts';
import type { Candidate } from './1b-candidates.ts';

/** A candidate with the money that it should get, and the group (directive) whose room it shares. */
export interface Wanted {
  readonly candidate: Candidate;
  readonly group: number;
  readonly ideal: Exact;
}

/** One candidate while lots are handed out. */
export interface Line {
  readonly wanted: Wanted;
  lots: bigint;
  /** What an order that turned out too small would have been worth. */
  tooSmall?: Cents;
}

/** What is handed out: lots to the lines, from the room of each group and from the cash. */
export interface Basket {
  readonly lines: readonly Line[];
  readonly rooms: bigint[];
  cash: bigint;
  readonly lot: Shares;
}

/** What so many lots cost, rounded to the cent as the broker does. */
export const costOf = ({ wanted: { candidate } }: Line, lots: bigint, lot: Shares): Cents =>
  worth(candidate.price, (lot * lots) as Shares);

/** Gives a line so many lots more, or takes them back. */
export const give = (basket: Basket, line: Line, lots: bigint): void => {
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

/** The least of some amounts. */
export const least = (...amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => (a < b ? a : b));

/** How many more lots fit into the cash and the count, or into the cash, the room of the group and the cap of the position. */
export const fitting = ({ rooms, cash, lot }: Basket, { wanted: { candidate, group }, lots }: Line): bigint => {
  const { price, cap, held, most } = candidate;
  const rounding = price % WHOLE_CENT !== 0n || held % ONE_SHARE !== 0n ? HALF_CENT : 0n;
  const within = (money: bigint): bigint => lotsWithin((money - rounding) as Exact, price, lot);
  if (most !== undefined) return least(within(cash), most / lot - lots);
  const have = exactWorth(price, (held + lot * lots) as Shares);
  return within(least(rooms[group] ?? 0n, cash, cap - have));
};
