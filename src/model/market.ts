import type { Place, Stated } from './place.ts';
import type { Sector, Spelling } from './sector.ts';
import type { Ticker } from './ticker.ts';
import type { Cents, Pct, Price } from './units.ts';

/** A candidate to buy, as the Market-Analyst or a stock file names it. */
export interface Pick {
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly price?: Price;
  /** 0 to 100. */
  readonly conviction?: Pct;
  /** The share of its sector's purchases that the analyst gives it; only the proportions count. */
  readonly weight?: Pct;
  /** Average daily volume in dollars. */
  readonly dailyVolume?: Cents;
  readonly place: Place;
  /** Where its price and its sector stand, when they are stated. */
  readonly pricePlace?: Place;
  readonly sectorPlace?: Place;
}

/** What the Market-Analyst says: how sectors rank (1 is best) and which stocks to buy, in the listed order. */
export interface Market {
  readonly file: string;
  readonly asOf?: Stated<string>;
  /** 0 to 100. */
  readonly confidence?: Pct;
  readonly rankings: ReadonlyMap<Sector, number>;
  readonly picks: readonly Pick[];
  readonly spelling: Spelling;
}

/** How a proposed allocation is meant: as the resulting weight, or on top of what is held. */
export type AllocationBasis = 'target' | 'increment';

/** One Stock-Analyst file: a pick with its proposed allocation. */
export interface StockPick {
  readonly file: string;
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly sectorSpelling: string;
  readonly conviction: Pct;
  readonly thesis: string;
  readonly proposed: Pct;
  readonly basis: AllocationBasis;
  readonly price?: Price;
  readonly asOf?: Stated<string>;
  readonly place: Place;
  /** Where its price and its sector stand, when they are stated. */
  readonly pricePlace?: Place;
  readonly sectorPlace?: Place;
}
