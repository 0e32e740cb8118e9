import type { Exact } from '../model/units.ts';
import { leastOrders } from './reach-band.ts';
import { tryOrders } from './try-orders.ts';
import type { CashBand, FewestOrders, Minimum, OrderTerms, Sector } from './weigh-sectors.ts';
import { withinCash } from './within-cash.ts';

/** After so many searches that were given up, more orders are not tried. */
const GIVEN_UP = 3;

/** The fewest orders that bring one sector into its band, whatever the cash; undefined when none were found. */
export const fewestIn = (sector: Sector, terms: OrderTerms): Minimum | undefined => {
  let bound = leastOrders(sector);
  let givenUp = 0;
  for (let orders = bound; orders <= sector.names.length && givenUp < GIVEN_UP; orders += 1) {
    const { reached, finished } = tryOrders(sector, { ...terms, orders, aim: sector.aim, choose: 'first' });
    if (reached !== undefined) return { orders, bound: givenUp === 0 ? orders : bound, reached };
    if (!finished) givenUp += 1;
    if (givenUp === 0) bound = orders + 1;
  }
  return undefined;
};

/**
 * The fewest orders in whole shares that bring every sector between its lowest and highest value and leave the cash
 * between two amounts; `minima` are those of each sector for itself. Sectors do not touch each other except through the
 * cash: only where that does not agree are they weighed against each other. Undefined when no such orders were found.
 */
export const fewestTogether = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  cash: CashBand,
  terms: OrderTerms,
): FewestOrders | undefined => {
  const spent = minima.reduce((sum, { reached }, at) => sum + reached.value - (sectors[at]?.value ?? 0n), 0n);
  const left = (cash.now - spent) as Exact;
  if (left < cash.lowest || left > cash.highest) return withinCash(sectors, minima, cash, terms);
  return {
    moves: minima.map(({ reached }) => reached.moves),
    orders: minima.reduce((sum, { orders }) => sum + orders, 0),
    bound: minima.reduce((sum, { bound }) => sum + bound, 0),
  };
};

/** The fewest orders of all sectors together; undefined when those of a single one cannot be found, too. */
export const fewestOrders = (
  sectors: readonly Sector[],
  cash: CashBand,
  terms: OrderTerms,
): FewestOrders | undefined => {
  const minima = sectors.flatMap((sector) => fewestIn(sector, terms) ?? []);
  return minima.length < sectors.length ? undefined : fewestTogether(sectors, minima, cash, terms);
};
