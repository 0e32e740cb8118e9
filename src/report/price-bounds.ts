import { limitPrice } from '../model/limit-price.ts';
import type { PriceRange } from '../model/recommendation.ts';
import type { Trade } from '../model/trade.ts';
import type { Price } from '../model/units.ts';
import { priceText } from '../model/figures.ts';

/** How the verdict depends on the price of one order. */
export interface PriceBounds {
  /** On the good side of the limit: where the order would still fill, but the plan no longer keeps its verdict. */
  readonly stop: string | undefined;
  /** On the other side, where the order waits: up to here the plan would keep its verdict. */
  readonly near: string | undefined;
}

/** A price that is farther away than that tells nobody anything (parts of the price, in percent). */
const FARTHEST_STOP = 50n;
const FARTHEST_NEAR = 20n;

const within = (bound: Price | undefined, price: Price, percent: bigint): Price | undefined => {
  if (bound === undefined) return undefined;
  const away = bound < price ? price - bound : bound - price;
  return away * 100n <= price * percent ? bound : undefined;
};

/** The bounds that are near enough to matter, seen from the limit of the order: nothing fills on its other side. */
export const priceBounds = ({ lowest, highest }: PriceRange, { price, side }: Trade): PriceBounds => {
  const limit = limitPrice(price, side);
  const [inward, outward] = side === 'BUY' ? [lowest, highest] : [highest, lowest];
  const stop = within(inward, price, FARTHEST_STOP);
  const near = within(outward, price, FARTHEST_NEAR);
  const reached = stop !== undefined && (side === 'BUY' ? stop > limit : stop < limit);
  const beyond = near !== undefined && (side === 'BUY' ? near > limit : near < limit);
  return {
    stop: stop === undefined ? undefined : priceText(reached ? limit : stop),
    near: beyond ? priceText(near) : undefined,
  };
};
