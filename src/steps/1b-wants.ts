import type { ResolvedDirective, TickerDirective } from '../model/directive.ts';
import { sectorValue } from '../model/portfolio.ts';
import type { Sector } from '../model/sector.ts';
import type { RejectedPick } from '../model/trade.ts';
import {
  downToCents,
  exactOf,
  exactWorth,
  floorDivide,
  sumCents,
  type Cents,
  type Exact,
  type Shares,
} from '../model/units.ts';
import { sharesAimed } from './0-resolve-directives.ts';
import { candidatesFor, type Candidate } from './1b-candidates.ts';
import { isLockedToBuy, lockedCap } from './1-locks.ts';
import { dailyVolumeOf, heldOf, isForbidden, quoteOf, type Ground, type Order } from './ground.ts';

/** One directive that raises something: how much money it may take, and who can be bought with it. */
export interface Want {
  readonly resolved: ResolvedDirective;
  readonly room: Exact;
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly RejectedPick[];
  /** Why nobody can be bought, where nobody can. */
  readonly empty: string;
}

const positive = (value: bigint): Exact => (value > 0n ? value : 0n) as Exact;

const targetValue = ({ target }: ResolvedDirective, { total }: Ground): Exact =>
  floorDivide(target.num * exactOf(total), target.den) as Exact;

/** The value of a sector after the sells. */
const sectorAfter = (ground: Ground, sector: Sector, sells: readonly Order[]): Cents =>
  (sectorValue(ground.portfolio.holdings, sector) -
    sumCents(sells.filter((order) => order.sector === sector).map(({ value }) => value))) as Cents;

/** The room of a sector: up to its target, less what its tickers take by directives of their own. */
const wantSector = (
  ground: Ground,
  resolved: ResolvedDirective,
  sector: Sector,
  sells: readonly Order[],
  byName: readonly Want[],
): Want => {
  const { chosen, rejected } = candidatesFor(ground, sector);
  const taken = byName
    .filter(({ candidates }) => candidates.some((one) => one.sector === sector))
    .reduce((sum, { room }) => sum + room, 0n);
  return {
    resolved,
    room: positive(targetValue(resolved, ground) - exactOf(sectorAfter(ground, sector, sells)) - taken),
    candidates: chosen,
    rejected,
    empty: rejected.length > 0 ? 'no-eligible-pick' : 'no-pick',
  };
};

/** The money that a directive of a ticker takes: up to its weight, or what the counted shares cost. */
const tickerRoom = (ground: Ground, resolved: ResolvedDirective, directive: TickerDirective): Exact => {
  const held = heldOf(ground, directive.ticker);
  const has = held === undefined ? 0n : exactWorth(held.price, held.shares);
  if (directive.aim.kind === 'weight') return positive(targetValue(resolved, ground) - has);
  const price = quoteOf(ground, directive.ticker)?.price;
  if (price === undefined) return exactOf(resolved.change);
  return exactWorth(price, sharesAimed(directive, held?.shares ?? (0n as Shares)));
};

const fewer = (a: bigint, b: bigint): Shares => (a < b ? a : b) as Shares;

const wantTicker = (ground: Ground, resolved: ResolvedDirective, directive: TickerDirective): Want => {
  const { ticker, aim, text } = directive;
  const held = heldOf(ground, ticker);
  const shares = held?.shares ?? (0n as Shares);
  const pick = ground.market?.picks.find((one) => one.ticker === ticker);
  const stock = ground.stocks.find((one) => one.pick.ticker === ticker)?.pick;
  const volume = dailyVolumeOf(ground, ticker);
  const { price, sector } = quoteOf(ground, ticker) ?? {};
  const want = { resolved, room: tickerRoom(ground, resolved, directive), rejected: [], empty: 'no-price' };
  if (price === undefined || sector === undefined) return { ...want, candidates: [] };
  if (isForbidden(ground, ticker, 'BUY')) return { ...want, candidates: [], empty: 'restricted' };
  if (isLockedToBuy(ground, ticker)) return { ...want, candidates: [], empty: 'locked' };
  const conviction = stock?.conviction ?? pick?.conviction;
  const locked = lockedCap(ground, { ticker, price, shares }, (exactWorth(price, shares) + want.room) as Exact);
  const candidate: Candidate = {
    ticker,
    sector,
    price,
    part: 1n,
    held: shares,
    ...locked,
    why: { rule: 'buy-directive', detail: { ticker, text } },
    ...(aim.kind === 'weight' ? {} : { most: fewer(sharesAimed(directive, shares), locked.cap / price - shares) }),
    ...(conviction === undefined ? {} : { conviction }),
    ...(volume === undefined ? {} : { dailyVolume: volume }),
  };
  return { ...want, candidates: [candidate] };
};

/** What the directives want bought: those that name a ticker first, then sectors with what is left of their room. */
export const wantsOf = (ground: Ground, sells: readonly Order[]): readonly Want[] => {
  const buying = ground.directives.filter(({ action }) => action === 'BUY');
  const byName = buying.flatMap((resolved) =>
    resolved.directive.kind === 'ticker' ? [wantTicker(ground, resolved, resolved.directive)] : [],
  );
  const bySector = buying.flatMap((resolved) =>
    resolved.directive.kind === 'sector'
      ? [wantSector(ground, resolved, resolved.directive.sector, sells, byName)]
      : [],
  );
  return [...byName, ...bySector];
};

/** What a want could not give to anyone, in whole cents. */
export const leftOf = ({ room }: Want, given: readonly Exact[]): Cents =>
  downToCents((room - given.reduce((sum: bigint, one) => sum + one, 0n)) as Exact);
