import { totalValue } from '../model/portfolio.ts';
import { compareText } from '../model/order.ts';
import type { FewestCount, Plan, Trade } from '../model/trade.ts';
import { exactOf, exactPart, upToCents, type Cents, type Pct } from '../model/units.ts';
import type { Issue } from '../model/issue.ts';
import { chooseFewest, type Fewest } from './1-choose-fewest.ts';
import { chooseSells } from './1a-choose-sells.ts';
import { chooseBuys, type Buys } from './1b-choose-buys.ts';
import { sequence } from './4a-sequence.ts';
import type { Ground, Order } from './ground.ts';

/** Everything of the ground that does not depend on how many orders there will be. */
export type Groundwork = Omit<Ground, 'total' | 'reserve' | 'cashFloor'>;

/** The plan, and what the generator has to say about it. */
export interface Listing {
  readonly plan: Plan;
  readonly issues: readonly Issue[];
}

/** The cash to keep: the stated target, else the minimum of the config. */
export const cashFloorOf = ({ directives, config }: Pick<Groundwork, 'directives' | 'config'>): Pct => {
  const cash = directives.flatMap(({ directive }) => (directive.kind === 'cash' ? [directive.target] : []))[0];
  return cash ?? config.cash_minimum.min_pct;
};

const tradeOf = ({ shares, side, price, ...order }: Order, fees: Cents): Trade => ({
  side,
  shares,
  price,
  fees,
  ...order,
});

const countOf = ({ config }: Ground, { orders, bound }: Fewest): FewestCount => ({
  orders: orders.length,
  bound,
  toleranceBp: config.trading.sector_tolerance_bp,
});

const roundingOf = ({ closeness }: Buys): Pick<Plan, 'rounding'> =>
  closeness === undefined
    ? {}
    : { rounding: { uncovered: upToCents(closeness.uncovered), within: upToCents(closeness.within) } };

const listWith = (groundwork: Groundwork, reserve: Cents): Listing => {
  const total = (totalValue(groundwork.portfolio) - reserve) as Cents;
  const part = exactPart(cashFloorOf(groundwork), total);
  const least = exactOf(groundwork.config.cash_minimum.min_usd);
  const ground: Ground = {
    ...groundwork,
    total,
    reserve,
    cashFloor: part > least ? part : least,
  };
  const sells = chooseSells(ground);
  const buys = chooseBuys(ground, sells.orders);
  const seed = [...sells.orders, ...buys.orders];
  const fee = ground.config.trading.fee_per_order_usd;
  const taken = ground.config.trading.objective === 'fewest_orders' ? chooseFewest(ground, seed) : undefined;
  return {
    plan: {
      trades: sequence((taken?.orders ?? seed).map((order) => tradeOf(order, fee))),
      unfilled: [...sells.unfilled, ...buys.unfilled].filter(
        ({ directive }) => taken?.directives.has(directive) !== true,
      ),
      suppressed: [...sells.suppressed, ...buys.suppressed]
        .filter(({ ticker }) => taken?.tickers.has(ticker) !== true)
        .sort((a, b) => compareText(a.ticker, b.ticker)),
      rejectedPicks: buys.rejected,
      ...(taken === undefined ? roundingOf(buys) : { fewest: countOf(ground, taken) }),
    },
    issues: buys.issues.filter(({ code }) => taken === undefined || code !== 'buys-scaled'),
  };
};

/**
 * Step 1C: the sells, then the buys. Fees are set aside first: the plan is made again with more set aside until what
 * its orders cost is covered.
 */
export const listTrades = (groundwork: Groundwork): Listing => {
  const fee = groundwork.config.trading.fee_per_order_usd;
  let reserve = 0n as Cents;
  for (;;) {
    const listing = listWith(groundwork, reserve);
    const needed = (fee * BigInt(listing.plan.trades.length)) as Cents;
    if (needed <= reserve) return listing;
    reserve = needed;
  }
};

const NOTHING: Listing = { plan: { trades: [], unfilled: [], suppressed: [], rejectedPicks: [] }, issues: [] };

/** The trades; none where statements contradict each other: they get a verdict, and nothing to type. */
export const listUnlessBlocked = (groundwork: Groundwork, issues: readonly Issue[]): Listing =>
  issues.some(({ level }) => level === 'block' || level === 'unusable') ? NOTHING : listTrades(groundwork);
