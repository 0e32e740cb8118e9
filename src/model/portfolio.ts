import type { Place, Stated } from './place.ts';
import { weight, type Ratio } from './ratio.ts';
import type { Sector, Spelling } from './sector.ts';
import type { Ticker } from './ticker.ts';
import { addCents, sumCents, worth, type Cents, type Pct, type Price, type Shares } from './units.ts';

/** One position of the account, all lots of a ticker added up. */
export interface Holding {
  readonly ticker: Ticker;
  readonly name?: string;
  readonly sector: Sector;
  readonly shares: Shares;
  readonly price: Price;
  /** What all the shares cost, when the document says so for every lot. */
  readonly cost?: Cents;
  /** The gain that the document states; used only where the cost is unknown. */
  readonly statedGain?: Pct;
  /** The (first) row that the holding was read from. */
  readonly place: Place;
}

/** One row of the holdings table as the document states it, before anything is believed. */
export interface Row {
  readonly ticker: Ticker;
  readonly shares: Shares;
  readonly price: Price;
  readonly place: Place;
  readonly statedValue?: Stated<Cents>;
  readonly statedWeight?: Stated<Pct>;
  readonly statedGainPct?: Stated<Pct>;
  /** Cost per share, when the column says so. */
  readonly costPerShare?: Stated<Price>;
  /** Cost of the whole row, when the column says so. */
  readonly costTotal?: Stated<Cents>;
}

/** The scope of a restriction: which side of a trade in the ticker is forbidden. */
export type RestrictionScope = 'buy' | 'sell' | 'both';

/** A ticker that may not be traded. */
export interface Restriction {
  readonly ticker: Ticker;
  readonly scope: RestrictionScope;
  /** Last day (YYYY-MM-DD) on which it holds; absent: until it is removed. */
  readonly until?: string;
  readonly reason?: string;
  readonly place?: Place;
}

/** What the document says that cash is at one moment of its plan: before it, after its sales, or at the end. */
export interface CashPoint {
  readonly moment: 'start' | 'after-sales' | 'end';
  readonly amount: Stated<Cents>;
}

/** Figures that the document states about the whole account; each is a claim to be checked, none is used. */
export interface Claims {
  readonly rows: readonly Row[];
  /** The TOTAL row or a "total value" line: holdings and cash. */
  readonly total: readonly Stated<Cents>[];
  /** The total of the holdings without cash. */
  readonly invested: readonly Stated<Cents>[];
  /** Cash as a percentage. */
  readonly cashPct: readonly Stated<Pct>[];
  /** Cash wherever it is stated; the first is the one that is used. */
  readonly cash: readonly Stated<Cents>[];
  /** The way of cash through the plan, as prose tells it. */
  readonly cashPath: readonly CashPoint[];
  /** Weights of sectors in a breakdown table, outside the action plan. */
  readonly sectorWeights: readonly { readonly sector: Sector; readonly pct: Stated<Pct> }[];
  /** Values of sectors in a breakdown table. */
  readonly sectorValues: readonly { readonly sector: Sector; readonly value: Stated<Cents> }[];
}

/** The account before anything is traded. */
export interface Portfolio {
  readonly file: string;
  /** The document's own date, ISO `YYYY-MM-DD` or with a time as written; a claim like the others. */
  readonly asOf?: Stated<string>;
  /** In order of ticker. */
  readonly holdings: readonly Holding[];
  readonly cash: Cents;
  readonly restrictions: readonly Restriction[];
  readonly spelling: Spelling;
  readonly claims: Claims;
}

/** Market value of a holding, rounded to the cent. */
export const holdingValue = (holding: Pick<Holding, 'price' | 'shares'>): Cents => worth(holding.price, holding.shares);

/** What holdings are worth, all of them and sector by sector. */
interface Worth {
  readonly all: Cents;
  readonly sectors: ReadonlyMap<Sector, Cents>;
}

/** Lists of holdings never change, and are asked for their value dozens of times: it is added up once. */
const added = new WeakMap<readonly Holding[], Worth>();

const worthOf = (holdings: readonly Holding[]): Worth => {
  const known = added.get(holdings);
  if (known !== undefined) return known;
  const sectors = new Map<Sector, Cents>();
  for (const holding of holdings)
    sectors.set(holding.sector, ((sectors.get(holding.sector) ?? 0n) + holdingValue(holding)) as Cents);
  const summed = { all: sumCents(sectors.values()), sectors };
  added.set(holdings, summed);
  return summed;
};

/** Holdings and cash. */
export const totalValue = (portfolio: Pick<Portfolio, 'holdings' | 'cash'>): Cents =>
  addCents(portfolio.cash, worthOf(portfolio.holdings).all);

/** Value of all holdings of a sector. */
export const sectorValue = (holdings: readonly Holding[], sector: Sector): Cents =>
  worthOf(holdings).sectors.get(sector) ?? (0n as Cents);

/** Gain on cost as a ratio (0.25 is 25 %), from the cost if known, else as stated, else undefined. */
export const gain = (holding: Holding): Ratio | undefined => {
  if (holding.cost !== undefined && holding.cost > 0n) {
    return { num: holdingValue(holding) - holding.cost, den: holding.cost };
  }
  return holding.statedGain === undefined ? undefined : { num: holding.statedGain, den: 100_000_000n };
};

/** Weight of an amount in the account. */
export const weightIn = (portfolio: Pick<Portfolio, 'holdings' | 'cash'>, part: Cents): Ratio =>
  weight(part, totalValue(portfolio));

/** True when the restriction forbids that side on that day (ISO date). */
export const forbids = (restriction: Restriction, side: 'BUY' | 'SELL', day: string): boolean =>
  (restriction.scope === 'both' || restriction.scope === (side === 'BUY' ? 'buy' : 'sell')) &&
  (restriction.until === undefined || day <= restriction.until);
