import type { Exact } from '../model/units.ts';
import { reachBand } from './reach-band.ts';
import type { CashBand, FewestOrders, Minimum, OrderTerms, Sector } from './weigh-sectors.ts';
import { withinCash } from './within-cash.ts';

/** After so many searches that were given up, more orders are not tried. */
const GIVEN_UP = 3;

/** The fewest orders that bring one sector into its band, and how few it cannot be. */
const minimumOf = (sector: Sector, { smallest, effort }: OrderTerms): Minimum | undefined => {
  let bound = 0;
  let givenUp = 0;
  for (let orders = 0; orders <= sector.names.length && givenUp < GIVEN_UP; orders += 1) {
    const { reached, finished } = reachBand(sector, { orders, aim: sector.aim, smallest, effort, choose: 'first' });
    if (reached !== undefined) return { orders, bound: givenUp === 0 ? orders : bound, reached };
    if (!finished) givenUp += 1;
    if (givenUp === 0) bound = orders + 1;
  }
  return undefined;
};

/**
 * The fewest orders in whole shares that bring every sector between its lowest and highest value and leave the cash
 * between two amounts. Sectors do not touch each other except through the cash: each is solved for itself, by one order
 * if any can do it, then by two, and so on; only where the cash does not agree are they weighed against each other.
 * Undefined when no such orders were found.
 */
export const fewestOrders = (
  sectors: readonly Sector[],
  cash: CashBand,
  terms: OrderTerms,
): FewestOrders | undefined => {
  const minima = sectors.flatMap((sector) => minimumOf(sector, terms) ?? []);
  if (minima.length < sectors.length) return undefined;
  const spent = minima.reduce((sum, { reached }, at) => sum + reached.value - (sectors[at]?.value ?? 0n), 0n);
  const left = (cash.now - spent) as Exact;
  if (left < cash.lowest || left > cash.highest) return withinCash(sectors, minima, cash, terms);
  return {
    moves: minima.map(({ reached }) => reached.moves),
    orders: minima.reduce((sum, { orders }) => sum + orders, 0),
    bound: minima.reduce((sum, { bound }) => sum + bound, 0),
  };
};
