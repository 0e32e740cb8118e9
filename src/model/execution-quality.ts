import type { Fill } from './fill.ts';
import type { PlannedOrder } from './planned-order.ts';
import type { Ratio } from './ratio.ts';
import type { Cents, Shares } from './units.ts';

/** What slippage cost against the plan's prices: positive is worse for the trader, whichever side was traded. */
export interface Slippage {
  /** In basis points of what the same shares are worth at the plan's prices; absent where nothing is filled. */
  readonly bps?: Ratio;
  /** In dollars, rounded to the cent order by order; fees are not in it. */
  readonly dollars: Cents;
}

/** How one order was carried out. */
export interface OrderQuality extends Slippage {
  readonly order: PlannedOrder;
  readonly filled: Shares;
  /** What of the order is not filled; zero where more was accepted than was ordered. */
  readonly left: Shares;
  /** Filled shares to ordered ones. */
  readonly filledShare: Ratio;
  /** Average price a share, in parts of a price (1/10,000 dollar); absent where nothing is filled. */
  readonly average?: Ratio;
  /** What the fills moved, each rounded to the cent, before fees. */
  readonly value: Cents;
  readonly fees: Cents;
  /** The earliest and the latest time that a fill states. */
  readonly first?: string;
  readonly last?: string;
  readonly fills: readonly Fill[];
}

/** How a plan was carried out, order by order and in total. */
export interface ExecutionQuality extends Slippage {
  /** In the order of the plan, those without a fill too. */
  readonly orders: readonly OrderQuality[];
  /** Fills that were accepted by hand and belong to no order; they are in no total. */
  readonly others: readonly Fill[];
  readonly complete: number;
  /** What is filled to what is ordered, both at the plan's prices. */
  readonly filledShare: Ratio;
  readonly value: Cents;
  readonly fees: Cents;
  readonly first?: string;
  readonly last?: string;
}
