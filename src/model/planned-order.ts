import type { PriceRange, Recommendation } from './recommendation.ts';
import type { Trade } from './trade.ts';

/** One order of a plan as the person types it: what fills are compared with. */
export interface PlannedOrder extends Pick<Trade, 'side' | 'ticker' | 'sector' | 'shares' | 'price'> {
  /** Its number in the plan, from 1. */
  readonly seq: number;
  /** Between which prices it may fill without any finding becoming graver. */
  readonly range: PriceRange;
}

/** The orders of a recommendation, in the order of typing. */
export const plannedOrders = ({
  plan,
  priceRanges,
}: Pick<Recommendation, 'plan' | 'priceRanges'>): readonly PlannedOrder[] =>
  plan.trades.map(({ side, ticker, sector, shares, price }, index) => ({
    seq: index + 1,
    side,
    ticker,
    sector,
    shares,
    price,
    range: priceRanges[index] ?? {},
  }));
