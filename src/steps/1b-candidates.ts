import { percentText } from '../model/figures.ts';
import type { Pick, StockPick } from '../model/market.ts';
import { holdingValue, type Holding } from '../model/portfolio.ts';
import { pctRatio } from '../model/ratio.ts';
import { sectorName, type Sector } from '../model/sector.ts';
import type { StockValidation } from '../model/stock-validation.ts';
import { compareText } from '../model/order.ts';
import type { Ticker } from '../model/ticker.ts';
import type { RejectedPick, Why } from '../model/trade.ts';
import { exactPart, exactWorth, type Cents, type Exact, type Pct, type Price, type Shares } from '../model/units.ts';
import { isLockedToBuy, lockedCap } from './1-locks.ts';
import { dailyVolumeOf, heldOf, isForbidden, ownDirective, quoteOf, type Ground } from './ground.ts';

/** Something that can be bought for a sector: how much of the money it gets, and up to what value. */
export interface Candidate {
  readonly ticker: Ticker;
  readonly sector: Sector;
  readonly price: Price;
  /** Its part of the money, in proportion to the parts of the others. */
  readonly part: bigint;
  /** The shares held now, and the most that the position may be worth afterwards. */
  readonly held: Shares;
  readonly cap: Exact;
  /** True where a lock of the config makes the cap what it is. */
  readonly locked?: boolean;
  /** The most shares to buy, where a directive counts shares. */
  readonly most?: Shares;
  readonly why: Why;
  readonly conviction?: Pct;
  readonly dailyVolume?: Cents;
}

/** A pick from either source: the market file, or a stock file that passed step 2.5. */
interface Offer {
  readonly pick: Pick;
  /** The stock file that proposed it, if one did, and what step 2.5 said of it. */
  readonly stock?: StockPick;
  readonly validation?: StockValidation;
}

/** What can be bought for one sector, and who may not be. */
export interface Candidates {
  readonly chosen: readonly Candidate[];
  readonly rejected: readonly RejectedPick[];
}

const asPick = ({ ticker, sector, price, conviction, place }: StockPick): Pick => ({
  ticker,
  sector,
  conviction,
  place,
  ...(price === undefined ? {} : { price }),
});

/** Every offer, once a ticker: a stock file's own pick stands for the market's pick of the same ticker. */
const offers = ({ market, stocks }: Ground): readonly Offer[] => {
  const own = stocks.map(({ pick, validation }): Offer => ({
    pick: asPick(pick),
    stock: pick,
    validation,
  }));
  const named = new Set(own.map(({ pick }) => pick.ticker));
  const listed = (market?.picks ?? []).filter(({ ticker }) => !named.has(ticker)).map((pick): Offer => ({ pick }));
  return [...own, ...listed];
};

const priceOf = (ground: Ground, { pick }: Offer): Price | undefined => quoteOf(ground, pick.ticker)?.price;

/** Why an offer may not be bought at all; undefined when it may. */
const refusalOf = (ground: Ground, offer: Offer): RejectedPick | undefined => {
  const { ticker, sector, conviction } = offer.pick;
  const least = ground.config.stock_criteria.min_conviction;
  const reject = (reason: string, detail: RejectedPick['detail'] = {}): RejectedPick => ({
    ticker,
    reason,
    detail: { ticker, ...detail },
  });
  if (isForbidden(ground, ticker, 'BUY')) return reject('restricted');
  if (isLockedToBuy(ground, ticker)) return reject('locked');
  if (offer.validation?.status === 'REJECTED') {
    const failed = offer.validation.results
      .filter(({ passed }) => !passed)
      .map(({ criterion }) => criterion.replaceAll('_', ' '));
    return reject('criteria-failed', { failed: failed.join(', ') });
  }
  if (conviction !== undefined && conviction < least) {
    return reject('conviction-low', {
      conviction: percentText(pctRatio(conviction)).replace('%', ''),
      least: percentText(pctRatio(least)).replace('%', ''),
    });
  }
  if (ownDirective(ground).has(ticker)) return reject('own-directive');
  if (priceOf(ground, offer) === undefined) return reject('no-price');
  const held = heldOf(ground, ticker);
  if (held !== undefined && held.sector !== sector) {
    return reject('sector-differs', {
      sector: sectorName(sector, ground.spelling),
      held: sectorName(held.sector, ground.spelling),
    });
  }
  return undefined;
};

/** By weight if each has one, else by conviction if each has one that tells, else as listed. */
const basisOf = (list: readonly Offer[], ground: Ground): 'weight' | 'conviction' | 'listed' => {
  if (list.every(({ pick }) => pick.weight !== undefined && pick.weight > 0n)) return 'weight';
  if (list.some(({ pick }) => pick.conviction === undefined || pick.conviction === 0n)) return 'listed';
  const all = ground.market?.picks ?? [];
  const same = all.length >= 3 && all.every(({ conviction }) => conviction === all[0]?.conviction);
  return same ? 'listed' : 'conviction';
};

const partOf = ({ pick }: Offer, basis: 'weight' | 'conviction' | 'listed'): bigint =>
  basis === 'weight' ? (pick.weight ?? 0n) : basis === 'conviction' ? (pick.conviction ?? 0n) : 1n;

const positionCap = ({ config, total }: Ground): Exact => exactPart(config.position_limit.max_pct, total);

/** What a position may be worth: the limit, and for a stock file's own pick what was validated (ADR 0008). */
const capOf = (ground: Ground, { stock }: Offer, held: Holding | undefined): Exact => {
  const limit = positionCap(ground);
  if (stock === undefined) return limit;
  const before = stock.basis === 'increment' && held !== undefined ? exactWorth(held.price, held.shares) : 0n;
  const validated = (exactPart(stock.proposed, ground.total) + before) as Exact;
  return validated < limit ? validated : limit;
};

const fromOffer = (
  ground: Ground,
  offer: Offer,
  basis: 'weight' | 'conviction' | 'listed',
  rank: number,
): Candidate => {
  const { pick, stock } = offer;
  const proposed = stock?.proposed;
  const volume = dailyVolumeOf(ground, pick.ticker);
  const held = heldOf(ground, pick.ticker);
  const price = priceOf(ground, offer) ?? (0n as Price);
  const shares = held?.shares ?? (0n as Shares);
  return {
    ticker: pick.ticker,
    sector: pick.sector,
    price,
    part: partOf(offer, basis),
    held: shares,
    ...lockedCap(ground, { ticker: pick.ticker, price, shares }, capOf(ground, offer, held)),
    why: {
      rule: 'buy-pick',
      detail: {
        ticker: pick.ticker,
        subject: sectorName(pick.sector, ground.spelling),
        rank,
        basis,
        conviction: pick.conviction === undefined ? '' : percentText(pctRatio(pick.conviction)).replace('%', ''),
        weight: pick.weight === undefined ? '' : percentText(pctRatio(pick.weight)),
        validated: proposed === undefined ? '' : percentText(pctRatio(proposed)),
      },
    },
    ...(pick.conviction === undefined ? {} : { conviction: pick.conviction }),
    ...(volume === undefined ? {} : { dailyVolume: volume }),
  };
};

const fromHolding = (ground: Ground, holding: Holding): Candidate => ({
  ticker: holding.ticker,
  sector: holding.sector,
  price: holding.price,
  part: holdingValue(holding),
  held: holding.shares,
  ...lockedCap(ground, holding, positionCap(ground)),
  why: {
    rule: 'buy-held',
    detail: { ticker: holding.ticker, subject: sectorName(holding.sector, ground.spelling) },
  },
});

/** Tickers whose own pick is not good enough: they are not bought under another heading either. */
const advisedAgainst = (ground: Ground): readonly Ticker[] =>
  offers(ground)
    .map((offer) => refusalOf(ground, offer))
    .filter((refusal) => refusal?.reason === 'conviction-low' || refusal?.reason === 'criteria-failed')
    .flatMap((refusal) => refusal?.ticker ?? []);

/** The holdings of a sector that may be bought more of, for a sector for which nobody named a pick. */
const fromHoldings = (ground: Ground, sector: Sector): readonly Candidate[] => {
  const own = new Set([...ownDirective(ground), ...advisedAgainst(ground)]);
  return ground.portfolio.holdings
    .filter((holding) => holding.sector === sector && holdingValue(holding) > 0n)
    .filter(({ ticker }) => !own.has(ticker) && !isForbidden(ground, ticker, 'BUY') && !isLockedToBuy(ground, ticker))
    .map((holding) => fromHolding(ground, holding));
};

/** Who can be bought for a sector: the best eligible picks, or what is held there when nobody named a pick. */
export const candidatesFor = (ground: Ground, sector: Sector): Candidates => {
  const offered = offers(ground).filter(({ pick }) => pick.sector === sector);
  if (offered.length === 0) return { chosen: fromHoldings(ground, sector), rejected: [] };
  const refused = offered.flatMap((offer) => refusalOf(ground, offer) ?? []);
  const names = new Set(refused.map(({ ticker }) => ticker));
  const eligible = offered.filter(({ pick }) => !names.has(pick.ticker));
  const basis = basisOf(eligible, ground);
  const sorted = eligible
    .map((offer, listed) => ({ offer, listed, part: partOf(offer, basis) }))
    .sort((a, b) => (a.part > b.part ? -1 : a.part < b.part ? 1 : a.listed - b.listed));
  const most = ground.config.trading.max_picks_per_sector;
  return {
    chosen: sorted.slice(0, most).map(({ offer }, index) => fromOffer(ground, offer, basis, index + 1)),
    rejected: [
      ...refused,
      ...sorted.slice(most).map(({ offer }, index): RejectedPick => ({
        ticker: offer.pick.ticker,
        reason: 'beyond-best',
        detail: { ticker: offer.pick.ticker, rank: most + index + 1, most },
      })),
    ],
  };
};

/** Picks of sectors that no directive raises: nobody asked for them. */
export const notAskedFor = (ground: Ground, raised: ReadonlySet<Sector>): readonly RejectedPick[] =>
  offers(ground)
    .filter(({ pick }) => !raised.has(pick.sector))
    .map(
      (offer): RejectedPick =>
        refusalOf(ground, offer) ?? {
          ticker: offer.pick.ticker,
          reason: 'sector-not-raised',
          detail: { ticker: offer.pick.ticker, sector: sectorName(offer.pick.sector, ground.spelling) },
        },
    )
    .sort((a, b) => compareText(a.ticker, b.ticker));
