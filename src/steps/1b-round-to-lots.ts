import { compareText, thenBy } from '../model/order.ts';
import type { Suppressed } from '../model/trade.ts';
import {
  downToCents,
  exactWorth,
  lotsWithin,
  roundDivide,
  type Cents,
  type Exact,
  type Shares,
} from '../model/units.ts';
import type { Config } from '../validate/config.ts';
import { costOf, fitting, give, least, type Basket, type Line, type Wanted } from './1b-basket.ts';
import { closestLots, type Closeness } from './1b-closest-lots.ts';
import { lotOf } from './ground.ts';

/** Whole lots for everyone, the orders that were too small to make, and how close that comes to what was wanted. */
export interface Rounded {
  readonly bought: readonly { readonly wanted: Wanted; readonly shares: Shares }[];
  readonly suppressed: readonly Suppressed[];
  /** Absent where nothing was wanted. */
  readonly closeness?: Closeness;
}

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

/** Uses up what is left: whoever has an order may get more, and whoever has none may get one that is worth its effort. */
const useUp = (basket: Basket, order: readonly Line[], smallest: Cents): void => {
  for (const line of order) {
    const lots = fitting(basket, line);
    if (line.lots > 0n || costOf(line, lots, basket.lot) >= smallest) give(basket, line, lots);
  }
};

/** Each rounded down, then one lot for each who is nearest to its next one, then orders below the minimum undone. */
const handOut = (basket: Basket, smallest: Cents): readonly Line[] => {
  const { lines, lot } = basket;
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
  return order;
};

/** The same basket with other lots; undefined where they do not fit after all, to the cent. */
const refilled = (
  { lines, lot }: Basket,
  full: Omit<Basket, 'lines' | 'lot'>,
  lots: readonly bigint[],
): Basket | undefined => {
  const basket: Basket = {
    lines: lines.map((line) => ({ ...line, lots: 0n })),
    rooms: [...full.rooms],
    cash: full.cash,
    lot,
  };
  for (const [at, line] of basket.lines.entries()) {
    const wanted = lots[at] ?? 0n;
    if (wanted > fitting(basket, line)) return undefined;
    give(basket, line, wanted);
  }
  return basket;
};

/**
 * Turns amounts into whole lots: each is rounded down, then one lot goes to each who is nearest to its next one, then
 * what is left is used up; never beyond the room of its group, the cap of a position, or the cash. Orders below the
 * minimum are not made, and their money goes to the others. Where other lots come closer to the amounts, those are taken
 * (ADR 0043). In the end nobody could still make a worthwhile order, so that planning the result again finds nothing to do.
 */
export const roundToLots = (
  wanted: readonly Wanted[],
  rooms: readonly Exact[],
  available: Exact,
  config: Config,
): Rounded => {
  const lot = lotOf(config);
  const smallest = config.trading.min_trade_usd;
  const full = { rooms: [...rooms], cash: available };
  const handed: Basket = {
    ...full,
    rooms: [...rooms],
    lines: wanted.map((one): Line => ({ wanted: one, lots: 0n })),
    lot,
  };
  const order = handOut(handed, smallest);
  useUp(handed, order, smallest);
  const closest = closestLots(handed, { rooms, available, smallest });
  const better = closest?.lots === undefined ? undefined : refilled(handed, full, closest.lots);
  if (better !== undefined)
    useUp(
      better,
      order.flatMap((line) => better.lines[handed.lines.indexOf(line)] ?? []),
      smallest,
    );
  const { lines } = better ?? handed;
  const closeness = closest === undefined ? undefined : better === undefined ? closest.handed : closest.chosen;
  return {
    bought: lines
      .filter(({ lots }) => lots > 0n)
      .map((line) => ({ wanted: line.wanted, shares: (lot * line.lots) as Shares })),
    suppressed: lines.flatMap(suppressedOf),
    ...(closeness === undefined ? {} : { closeness }),
  };
};

const suppressedOf = ({ wanted: { candidate, ideal }, lots, tooSmall }: Line): readonly Suppressed[] => {
  const value = tooSmall ?? downToCents(ideal);
  if (lots > 0n || value <= 0n) return [];
  const reason = tooSmall === undefined ? 'below-one-lot' : 'below-minimum';
  return [{ ticker: candidate.ticker, side: 'BUY', value, reason }];
};
