// What the generator works on, built from an account and directives; and its orders as a person reads them.
import type { CashDirective, Direction, Directive, SectorDirective, TickerAim } from '../../src/model/directive.ts';
import type { TickerDirective } from '../../src/model/directive.ts';
import type { Market, Pick, StockPick } from '../../src/model/market.ts';
import { totalValue, type Portfolio, type Restriction } from '../../src/model/portfolio.ts';
import type { Trade } from '../../src/model/trade.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { exactPart, SCALE, writeDecimal } from '../../src/model/units.ts';
import type { Config } from '../../src/validate/config.ts';
import { validatePick } from '../../src/validate/validate-pick.ts';
import { resolveDirectives } from '../../src/steps/0-resolve-directives.ts';
import { cashFloorOf, type Groundwork } from '../../src/steps/1c-list-trades.ts';
import type { Ground, Order } from '../../src/steps/ground.ts';
import { at, DAY, limits, market, pct, price, ticker } from '../account.ts';

export const sectorDirective = (
  direction: Direction,
  sector: string,
  target?: string,
  more: Partial<SectorDirective> = {},
): SectorDirective => ({
  kind: 'sector',
  id: `sector:${sector}`,
  direction,
  sector: sectorOf(sector),
  place: at(30),
  text: `${direction} ${sector}`,
  ...(target === undefined ? {} : { target: pct(target) }),
  ...more,
});

export const tickerDirective = (direction: Direction, symbol: string, aim: TickerAim): TickerDirective => ({
  kind: 'ticker',
  id: `ticker:${symbol}`,
  direction,
  ticker: ticker(symbol),
  aim,
  place: at(31),
  text: `${direction} ${symbol}`,
});

export const cashDirective = (target: string): CashDirective => ({
  kind: 'cash',
  id: 'cash',
  direction: 'set',
  target: pct(target),
  place: at(32),
  text: `Target Cash position: ${target}%`,
});

export const pick = (symbol: string, sector: string, each: string, more: Partial<Pick> = {}): Pick => ({
  ticker: ticker(symbol),
  sector: sectorOf(sector),
  price: price(each),
  place: at(40, 'market.json'),
  ...more,
});

interface Parts {
  readonly portfolio: Portfolio;
  readonly directives: readonly Directive[];
  readonly picks?: readonly Pick[];
  readonly stocks?: readonly StockPick[];
  readonly restrictions?: readonly Restriction[];
  readonly config?: Config;
}

/** Everything up to step 1, with stock files judged by step 2.5. */
export const groundwork = (parts: Parts): Groundwork => {
  const { portfolio, directives, picks = [], stocks = [], restrictions = [], config = limits() } = parts;
  const offered: Market = market({ picks });
  const priced = [...stocks, ...picks];
  const prices = new Map(priced.flatMap((one) => (one.price === undefined ? [] : [[one.ticker, one.price] as const])));
  const context = { portfolio, spelling: portfolio.spelling, prices, trust: config.trust };
  const ranked = market({ rankings: new Map(stocks.map(({ sector }) => [sector, 1] as const)) });
  const judged = { portfolio, restrictions, market: ranked, limits: config.stock_criteria, day: DAY };
  return {
    portfolio,
    directives: resolveDirectives(directives, context).resolved,
    market: offered,
    stocks: stocks.map((one) => ({ pick: one, validation: validatePick(one, judged) })),
    restrictions,
    spelling: portfolio.spelling,
    config,
    day: DAY,
  };
};

/** The same, with no fees to set aside. */
export const groundFor = (parts: Parts): Ground => {
  const work = groundwork(parts);
  const total = totalValue(parts.portfolio);
  return { ...work, total, reserve: 0n as never, cashFloor: exactPart(cashFloorOf(work), total) };
};

/** `SELL 3 NEM @ 100`, in the order of the list. */
export const typed = (orders: readonly (Order | Trade)[]): readonly string[] =>
  orders.map(
    (order) =>
      `${order.side} ${writeDecimal(order.shares, SCALE.shares)} ${order.ticker} @ ${writeDecimal(order.price, SCALE.price)}`,
  );

/** `NEM 99.50 below-minimum`: what was left undone, and why. */
export const undone = (lines: readonly { readonly value: bigint; readonly reason: string }[]): readonly string[] =>
  lines.map((line) => {
    const name = 'ticker' in line ? line.ticker : 'subject' in line ? line.subject : '';
    return `${String(name)} ${writeDecimal(line.value, SCALE.cents, 2)} ${line.reason}`;
  });
