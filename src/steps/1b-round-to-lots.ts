import { compareText } from '../model/order.ts';
import type { Suppressed } from '../model/trade.ts';
import { lotsWithin, worth, type Cents, type Shares } from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import type { Candidate } from './1b-candidates.ts';
import { lotOf } from './ground.ts';

/** A candidate with the money that it should get, and the group (directive) whose room it shares. */
export interface Wanted {
  readonly candidate: Candidate;
  readonly group: number;
  readonly ideal: Cents;
}

/** Whole lots for everyone, and the orders that were too small to make. */
export interface Rounded {
  readonly bought: readonly { readonly wanted: Wanted; readonly shares: Shares }[];
  readonly suppressed: readonly Suppressed[];
}

/** The state of the rounding: what is bought of each, and what money is left in each group and in all. */
interface Basket {
  readonly lots: bigint[];
  readonly rooms: bigint[];
  cash: bigint;
}

/**
 * Turns amounts into whole lots: each is rounded down, then one lot goes to each who is nearest to its next one, then
 * what is left is used up; never beyond the room of its group, the cap of a position, or the cash. Orders below the
 * minimum are not made, and their money goes to the others. In the end nobody could still make a worthwhile order, so
 * that planning the result again finds nothing to do.
 */
export const roundToLots = (
  wanted: readonly Wanted[],
  rooms: readonly Cents[],
  available: Cents,
  config: Config,
): Rounded => {
  const basket: Basket = { lots: wanted.map(() => 0n), rooms: [...rooms], cash: available };
  const lot = lotOf(config);
  const add = (index: number, lots: bigint): void => {
    const one = wanted[index];
    if (one === undefined || lots === 0n) return;
    const before = worth(one.candidate.price, (lot * (basket.lots[index] ?? 0n)) as Shares);
    basket.lots[index] = (basket.lots[index] ?? 0n) + lots;
    const cost = worth(one.candidate.price, (lot * (basket.lots[index] ?? 0n)) as Shares) - before;
    basket.rooms[one.group] = (basket.rooms[one.group] ?? 0n) - cost;
    basket.cash -= cost;
  };
  const valueOf = (index: number): bigint =>
    worth(wanted[index]?.candidate.price ?? (0n as never), (lot * (basket.lots[index] ?? 0n)) as Shares);

  wanted.forEach(({ candidate, ideal }, index) => {
    add(index, least(lotsWithin(ideal, candidate.price, lot), fitting(wanted, basket, index, lot)));
  });
  const order = nearestFirst(wanted, basket.lots, lot);
  for (const index of order) if (fitting(wanted, basket, index, lot) > 0n) add(index, 1n);
  const small = order.filter((index) => valueOf(index) > 0n && valueOf(index) < config.trading.min_trade_usd);
  const tooSmall = new Map(small.map((index) => [index, valueOf(index) as Cents]));
  for (const index of small) add(index, -(basket.lots[index] ?? 0n));
  for (const index of order) {
    const lots = fitting(wanted, basket, index, lot);
    const price = wanted[index]?.candidate.price ?? (0n as never);
    const worthwhile = worth(price, (lot * lots) as Shares) >= config.trading.min_trade_usd;
    if ((basket.lots[index] ?? 0n) > 0n || worthwhile) add(index, lots);
  }
  return {
    bought: wanted.flatMap((one, index) => {
      const lots = basket.lots[index] ?? 0n;
      return lots > 0n ? [{ wanted: one, shares: (lot * lots) as Shares }] : [];
    }),
    suppressed: wanted.flatMap((one, index) => suppressedOf(one, basket.lots[index] ?? 0n, tooSmall.get(index))),
  };
};

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** A price in whole cents: the worth of whole shares then adds up exactly; else it may be off by a cent. */
const WHOLE_CENT = 100n;

/** How many more lots fit into the room of the group, the cap of the position, and the cash. */
const fitting = (wanted: readonly Wanted[], basket: Basket, index: number, lot: Shares): bigint => {
  const one = wanted[index];
  if (one === undefined) return 0n;
  const { price, cap, held } = one.candidate;
  const have = basket.lots[index] ?? 0n;
  const spent = worth(price, (lot * have) as Shares);
  const rounding = price % WHOLE_CENT === 0n ? 0n : 1n;
  const limits = [(basket.rooms[one.group] ?? 0n) - rounding, cap - held - spent - rounding, basket.cash];
  const room = limits.reduce(least);
  const lots = lotsWithin((spent + room) as Cents, price, lot) - have;
  const counted = one.candidate.most === undefined ? lots : least(lots, one.candidate.most / lot - have);
  return room <= 0n || counted < 0n ? 0n : counted;
};

/** Largest missing part of a lot first; ties by ticker. */
const nearestFirst = (wanted: readonly Wanted[], lots: readonly bigint[], lot: Shares): readonly number[] => {
  const missing = wanted.map(({ candidate: { price }, ideal }, index) => {
    const cost = worth(price, lot);
    return { num: ideal - worth(price, (lot * (lots[index] ?? 0n)) as Shares), den: cost > 0n ? cost : 1n };
  });
  return wanted
    .map((_, index) => index)
    .sort((a, b) => {
      const left = (missing[a]?.num ?? 0n) * (missing[b]?.den ?? 1n);
      const right = (missing[b]?.num ?? 0n) * (missing[a]?.den ?? 1n);
      if (left !== right) return left > right ? -1 : 1;
      return compareText(wanted[a]?.candidate.ticker ?? '', wanted[b]?.candidate.ticker ?? '');
    });
};

const suppressedOf = (
  { candidate, ideal }: Wanted,
  lots: bigint,
  tooSmall: Cents | undefined,
): readonly Suppressed[] => {
  if (lots > 0n) return [];
  if (tooSmall !== undefined)
    return [{ ticker: candidate.ticker, side: 'BUY', value: tooSmall, reason: 'below-minimum' }];
  return ideal > 0n ? [{ ticker: candidate.ticker, side: 'BUY', value: ideal, reason: 'below-one-lot' }] : [];
};
