import type { Market, Pick, StockPick } from '../model/market.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Price } from '../model/units.ts';
import type { Sources } from './read-sources.ts';

type Priced = { readonly ticker: Ticker; readonly price?: Price };
type Prices = ReadonlyMap<Ticker, Price>;

const pricesOf = (...lists: readonly (readonly Priced[])[]): Prices =>
  new Map(lists.flat().flatMap(({ ticker, price }) => (price === undefined ? [] : [[ticker, price] as const])));

const held = ({ portfolio }: Sources): Prices => pricesOf(portfolio.holdings);

/** What the analysts' files quote; a stock file before the market file, as everywhere. */
const quoted = ({ market, stocks }: Sources): Prices => pricesOf(market?.picks ?? [], stocks);

/**
 * The price of a ticker today. What is held is priced by the portfolio. For what was held and is sold, an analyst's quote
 * counts only where it has changed: the plan was made at the portfolio's price, not at the quote.
 */
const priceToday = (ticker: Ticker, base: Sources, today: Sources): Price | undefined => {
  const now = held(today).get(ticker);
  if (now !== undefined) return now;
  const [before, quote] = [held(base).get(ticker), quoted(today).get(ticker)];
  return before !== undefined && quote === quoted(base).get(ticker) ? before : (quote ?? before);
};

const withPrice = <T extends Priced>(one: T, prices: Prices): T => {
  const price = prices.get(one.ticker);
  return price === undefined ? one : { ...one, price };
};

const marketAt = (market: Market | undefined, prices: Prices): { readonly market?: Market } =>
  market === undefined
    ? {}
    : { market: { ...market, picks: market.picks.map((pick: Pick) => withPrice(pick, prices)) } };

/** What a plan was made from, at the prices that today's documents state; where they state none, at its own. */
export const atTodaysPrices = (base: Sources, today: Sources): Sources => {
  const named: readonly Priced[] = [...base.portfolio.holdings, ...(base.market?.picks ?? []), ...base.stocks];
  const prices = pricesOf(
    named.flatMap(({ ticker }) => {
      const price = priceToday(ticker, base, today);
      return price === undefined ? [] : [{ ticker, price }];
    }),
  );
  return {
    ...base,
    portfolio: {
      ...base.portfolio,
      holdings: base.portfolio.holdings.map((holding) => withPrice(holding, prices)),
    },
    stocks: base.stocks.map((stock: StockPick) => withPrice(stock, prices)),
    ...marketAt(base.market, prices),
  };
};
