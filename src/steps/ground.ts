import type { ResolvedDirective } from '../model/directive.ts';
import type { Intent } from '../model/intent.ts';
import type { Market } from '../model/market.ts';
import { forbids, type Holding, type Portfolio, type Restriction } from '../model/portfolio.ts';
import type { Sector, Spelling } from '../model/sector.ts';
import type { StockValidation } from '../model/stock-validation.ts';
import type { StockPick } from '../model/market.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Side, Trade } from '../model/trade.ts';
import { ONE_SHARE, type Cents, type Exact, type Price, type Shares } from '../model/units.ts';
import type { Config } from '../validate/config.ts';

/** What the generator works on: the account, what is wanted of it, and the rules. */
export interface Ground {
  readonly portfolio: Portfolio;
  readonly directives: readonly ResolvedDirective[];
  readonly market?: Market;
  readonly stocks: readonly { readonly pick: StockPick; readonly validation: StockValidation }[];
  readonly restrictions: readonly Restriction[];
  readonly spelling: Spelling;
  readonly config: Config;
  /** The day (ISO) of the plan. */
  readonly day: string;
  /** What the person wants of the plan. A deposit is in the cash of the portfolio. */
  readonly intent?: Intent;
  /** Total value after the fees that are set aside and a withdrawal: targets and limits are parts of this. */
  readonly total: Cents;
  /** Fees that are set aside before anything is bought. */
  readonly reserve: Cents;
  /** The cash that must remain after the orders, exactly; what is withdrawn then is part of it. */
  readonly cashFloor: Exact;
}

/** An order that the generator has sized, before its fees are known. */
export type Order = Omit<Trade, 'fees' | 'directive'> & { readonly directive: string };

/** The shares of one lot. */
export const lotOf = (config: Config): Shares => (BigInt(config.trading.lot) * ONE_SHARE) as Shares;

/** True when the ticker may not be traded on that side. */
export const isForbidden = (ground: Pick<Ground, 'restrictions' | 'day'>, ticker: Ticker, side: Side): boolean =>
  ground.restrictions.some((one) => one.ticker === ticker && forbids(one, side, ground.day));

/** Tickers that have a directive of their own: sector directives leave them alone. */
export const ownDirective = (ground: Ground): ReadonlySet<Ticker> =>
  new Set(ground.directives.flatMap(({ directive }) => (directive.kind === 'ticker' ? [directive.ticker] : [])));

/** What is held of a ticker, if anything. */
export const heldOf = (ground: Ground, ticker: Ticker): Holding | undefined =>
  ground.portfolio.holdings.find((holding) => holding.ticker === ticker);

/** What a ticker costs and where it belongs: as the account has it, else as it is picked. */
export interface Quote {
  readonly price?: Price;
  readonly sector: Sector;
}

/** The quote of a ticker from the account, the stock files or the market file, in this order. */
export const quoteOf = (ground: Ground, ticker: Ticker): Quote | undefined => {
  const pick = [...ground.stocks.map((stock) => stock.pick), ...(ground.market?.picks ?? [])].filter(
    (one) => one.ticker === ticker,
  );
  return heldOf(ground, ticker) ?? pick.find(({ price }) => price !== undefined) ?? pick[0];
};

/** Average daily volume in dollars, where the market file has it. */
export const dailyVolumeOf = (ground: Ground, ticker: Ticker): Cents | undefined =>
  ground.market?.picks.find((pick) => pick.ticker === ticker)?.dailyVolume;
