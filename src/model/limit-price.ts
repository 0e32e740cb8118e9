import type { Side } from './trade.ts';
import { ceilDivide, floorDivide, type Price } from './units.ts';

/** The tick in which prices of a dollar and more are quoted (SEC Rule 612), in parts of a price. */
const CENT = 100n;
const DOLLAR = 10_000n;

/** The price to type as the limit: the plan's own, on the tick that favours the account. */
export const limitPrice = (price: Price, side: Side): Price => {
  if (price < DOLLAR) return price;
  return ((side === 'SELL' ? ceilDivide(price, CENT) : floorDivide(price, CENT)) * CENT) as Price;
};
