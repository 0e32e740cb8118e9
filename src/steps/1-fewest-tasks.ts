import type { ResolvedDirective, SectorDirective } from '../model/directive.ts';
import { gain, sectorValue, type Holding } from '../model/portfolio.ts';
import { sectorOf } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import {
  cents,
  exactOf,
  exactPart,
  floorDivide,
  ONE_SHARE,
  sumCents,
  type Cents,
  type Exact,
  type Price,
  type Shares,
} from '../model/units.ts';
import { fewestIn } from '../optimise/fewest-orders.ts';
import type { Movable } from '../optimise/reach-band.ts';
import type { Minimum, OrderTerms, Sector } from '../optimise/weigh-sectors.ts';
import { rankedToSell } from './1a-choose-sells.ts';
import { sellable } from './1-locks.ts';
import { candidatesFor, type Candidate } from './1b-candidates.ts';
import { dailyVolumeOf, isForbidden, lotOf, ownDirective, type Ground, type Order } from './ground.ts';

/** Someone who can be traded for a directive. */
export interface Party {
  readonly movable: Movable;
  readonly ticker: Ticker;
  readonly price: Price;
  readonly more: Partial<Order>;
}

/** A directive as a problem of the solver. */
export interface Task {
  readonly resolved: ResolvedDirective;
  readonly directive: SectorDirective;
  readonly parties: readonly Party[];
  readonly band: Sector;
  /** Its fewest orders, whatever the cash. */
  readonly minimum: Minimum;
}

/** How many orders may be looked at in each search. */
const EFFORT = 1_000;

/** Sub-cent prices and parts of shares: every position may be rounded up by half a cent. */
const ROUNDED = cents(1n);

const partyOf = (
  ground: Ground,
  one: Pick<Holding, 'ticker' | 'price'>,
  held: Shares,
  cap: Exact | undefined,
  free: Shares = held,
): Movable => {
  const lot = lotOf(ground.config);
  const price = ((one.price * lot) / ONE_SHARE) as Price;
  const has = held / lot;
  if (cap === undefined) return { price, held: has, least: has - free / lot, most: has };
  const room = cap - exactOf(ROUNDED) - one.price * held;
  return { price, held: has, least: has, most: has + (room > 0n ? room / (one.price * lot) : 0n) };
};

const seller = (ground: Ground, holding: Holding): Party => {
  const { ticker, price, shares } = holding;
  const gained = gain(holding);
  const volume = dailyVolumeOf(ground, ticker);
  const more = {
    ...(gained === undefined ? {} : { gain: gained }),
    ...(volume === undefined ? {} : { dailyVolume: volume }),
  };
  return { movable: partyOf(ground, holding, shares, undefined, sellable(ground, holding)), ticker, price, more };
};

const buyer = (ground: Ground, candidate: Candidate): Party => {
  const { ticker, price, held, cap, conviction, dailyVolume } = candidate;
  const more = {
    ...(conviction === undefined ? {} : { conviction }),
    ...(dailyVolume === undefined ? {} : { dailyVolume }),
  };
  return { movable: partyOf(ground, candidate, held, cap), ticker, price, more };
};

const partiesOf = (ground: Ground, { action }: ResolvedDirective, { sector }: SectorDirective): readonly Party[] => {
  if (action === 'BUY') return candidatesFor(ground, sector).chosen.map((candidate) => buyer(ground, candidate));
  const own = ownDirective(ground);
  return rankedToSell(
    ground.portfolio.holdings.filter(
      ({ ticker, sector: of }) => of === sector && !own.has(ticker) && !isForbidden(ground, ticker, 'SELL'),
    ),
    ground,
  ).map((holding) => seller(ground, holding));
};

/** What an order adds to its sector and takes out of the cash. */
export const signed = ({ side, value }: Order): Cents => (side === 'BUY' ? value : -value) as Cents;

/** The value that the sector has when the directives of single tickers are carried out, and the one it should have. */
const bandOf = (ground: Ground, { target }: ResolvedDirective, directive: SectorDirective, fixed: readonly Order[]) => {
  const { config, total, portfolio } = ground;
  const aim = floorDivide(target.num * exactOf(total), target.den);
  const room = (BigInt(config.trading.sector_tolerance_bp) * exactOf(total)) / 10_000n;
  const own = Object.entries(config.sector_cap.overrides).find(([name]) => sectorOf(name) === directive.sector);
  const cap = exactPart(own?.[1] ?? config.sector_cap.max_pct, total);
  const now = sumCents([
    sectorValue(portfolio.holdings, directive.sector),
    ...fixed.filter(({ sector }) => sector === directive.sector).map(signed),
  ]);
  const highest = aim + room;
  return {
    value: exactOf(now),
    aim: aim as Exact,
    lowest: (aim - room) as Exact,
    highest: (aim <= cap && cap < highest ? cap : highest) as Exact,
  };
};

/** The directives that fewest orders can carry out: those of sectors that change and do not end. */
export const tasksOf = (ground: Ground, fixed: readonly Order[]): readonly Task[] =>
  ground.directives.flatMap((resolved): readonly Task[] => {
    const { directive, action, target } = resolved;
    if (directive.kind !== 'sector' || action === 'HOLD' || target.num === 0n) return [];
    const parties = partiesOf(ground, resolved, directive);
    const band = { ...bandOf(ground, resolved, directive, fixed), names: parties.map(({ movable }) => movable) };
    const minimum = fewestIn(band, termsOf(ground));
    return minimum === undefined ? [] : [{ resolved, directive, parties, band, minimum }];
  });

/** What binds each order, and how far a search may go. */
export const termsOf = ({ config }: Ground): OrderTerms => ({
  smallest: exactOf(config.trading.min_trade_usd),
  effort: EFFORT,
});
