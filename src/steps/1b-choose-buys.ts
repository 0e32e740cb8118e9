import type { ResolvedDirective, TickerDirective } from '../model/directive.ts';
import { dollarText, percentText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { holdingValue, sectorValue } from '../model/portfolio.ts';
import type { Sector } from '../model/sector.ts';
import { compareText } from '../model/order.ts';
import type { RejectedPick, Suppressed, Unfilled } from '../model/trade.ts';
import { floorDivide, sumCents, worth, type Cents, type Shares } from '../model/units.ts';
import { sharesAimed } from './0-resolve-directives.ts';
import { candidatesFor, notAskedFor, type Candidate } from './1b-candidates.ts';
import { roundToLots, type Wanted } from './1b-round-to-lots.ts';
import { shareOut } from './1b-share-out.ts';
import { heldOf, isForbidden, quoteOf, type Ground, type Order } from './ground.ts';

/** What step 1B proposes to buy, what it could not, and what it has to say. */
export interface Buys {
  readonly orders: readonly Order[];
  readonly unfilled: readonly Unfilled[];
  readonly suppressed: readonly Suppressed[];
  readonly rejected: readonly RejectedPick[];
  readonly issues: readonly Issue[];
}

/** One directive that raises something: how much money it may take, and who can be bought with it. */
interface Want {
  readonly resolved: ResolvedDirective;
  readonly room: Cents;
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly RejectedPick[];
  readonly empty: string;
}

const positive = (value: bigint): Cents => (value > 0n ? value : 0n) as Cents;

const targetValue = ({ target }: ResolvedDirective, { total }: Ground): Cents =>
  floorDivide(target.num * total, target.den) as Cents;

/** The value of a sector after the sells and the purchases that have a directive of their own. */
const sectorAfter = (ground: Ground, sector: Sector, orders: readonly Order[]): Cents =>
  (sectorValue(ground.portfolio.holdings, sector) +
    sumCents(
      orders
        .filter((order) => order.sector === sector)
        .map(({ side, value }) => (side === 'BUY' ? value : -value) as Cents),
    )) as Cents;

const wantSector = (ground: Ground, resolved: ResolvedDirective, sector: Sector, before: readonly Order[]): Want => {
  const { chosen, rejected } = candidatesFor(ground, sector);
  return {
    resolved,
    room: positive(targetValue(resolved, ground) - sectorAfter(ground, sector, before)),
    candidates: chosen,
    rejected,
    empty: rejected.length > 0 ? 'no-eligible-pick' : 'no-pick',
  };
};

const wantTicker = (ground: Ground, resolved: ResolvedDirective, directive: TickerDirective): Want => {
  const held = heldOf(ground, directive.ticker);
  const pick = ground.market?.picks.find(({ ticker }) => ticker === directive.ticker);
  const stock = ground.stocks.find((one) => one.pick.ticker === directive.ticker)?.pick;
  const { price, sector } = quoteOf(ground, directive.ticker) ?? {};
  const value = held === undefined ? (0n as Cents) : holdingValue(held);
  const counted = directive.aim.kind !== 'weight';
  // Counted shares are worth their change to the cent; the two cents let rounding lose none of them.
  const room = counted ? ((resolved.change + 2n) as Cents) : positive(targetValue(resolved, ground) - value);
  const want = { resolved, room, rejected: [], empty: 'no-price' };
  if (price === undefined || sector === undefined) return { ...want, candidates: [] };
  if (isForbidden(ground, directive.ticker, 'BUY')) return { ...want, candidates: [], empty: 'restricted' };
  const conviction = stock?.conviction ?? pick?.conviction;
  const candidate: Candidate = {
    ticker: directive.ticker,
    sector,
    price,
    part: 1n,
    held: value,
    cap: (value + room) as Cents,
    ...(counted ? { most: sharesAimed(directive, held?.shares ?? (0n as Shares)) } : {}),
    why: { rule: 'buy-directive', detail: { ticker: directive.ticker, text: directive.text } },
    ...(conviction === undefined ? {} : { conviction }),
    ...(pick?.dailyVolume === undefined ? {} : { dailyVolume: pick.dailyVolume }),
  };
  return { ...want, candidates: [candidate] };
};

const wantsOf = (ground: Ground, sells: readonly Order[]): readonly Want[] => {
  const buying = ground.directives.filter(({ action }) => action === 'BUY');
  const tickers = buying.flatMap((resolved) =>
    resolved.directive.kind === 'ticker' ? [wantTicker(ground, resolved, resolved.directive)] : [],
  );
  const sectors = buying.flatMap((resolved) => {
    if (resolved.directive.kind !== 'sector') return [];
    const own = tickers.flatMap(({ candidates, room }) =>
      candidates.map((one) => ({ ...orderOf(one, resolved, 0n as Shares), value: room })),
    );
    return [wantSector(ground, resolved, resolved.directive.sector, [...sells, ...own])];
  });
  return [...tickers, ...sectors];
};

const orderOf = (candidate: Candidate, resolved: ResolvedDirective, shares: Shares): Order => ({
  side: 'BUY',
  ticker: candidate.ticker,
  sector: candidate.sector,
  shares,
  price: candidate.price,
  value: worth(candidate.price, shares),
  directive: resolved.directive.id,
  why: {
    ...candidate.why,
    detail: {
      ...candidate.why.detail,
      current: percentText(resolved.current),
      target: percentText(resolved.target),
    },
  },
  ...(candidate.conviction === undefined ? {} : { conviction: candidate.conviction }),
  ...(candidate.dailyVolume === undefined ? {} : { dailyVolume: candidate.dailyVolume }),
});

/** What no candidate has room for: it stays undone, and a person must know. */
const leftOver = (ground: Ground, want: Want, shares: readonly Cents[]): readonly Unfilled[] => {
  const value = (want.room - sumCents(shares)) as Cents;
  if (value < ground.config.trading.min_trade_usd) return [];
  const reason = want.candidates.length === 0 ? want.empty : 'positions-full';
  return [{ subject: want.resolved.subject, directive: want.resolved.directive.id, value, reason }];
};

const scaledNote = (wish: Cents, available: Cents, ground: Ground): Issue => ({
  code: 'buys-scaled',
  level: 'note',
  detail: {
    wish: dollarText(wish),
    available: dollarText(available > 0n ? available : (0n as Cents)),
    floor: dollarText(ground.cashFloor),
  },
});

/** Step 1B: which shares to buy for the directives that raise a position or a sector, within the cash that there is. */
export const chooseBuys = (ground: Ground, sells: readonly Order[]): Buys => {
  const wants = wantsOf(ground, sells);
  const proceeds = sumCents(sells.map(({ value }) => value));
  const available = (ground.portfolio.cash + proceeds - ground.reserve - ground.cashFloor) as Cents;
  const ideals = wants.map(({ room, candidates }) =>
    shareOut(
      room,
      candidates.map(({ part, cap, held }) => ({ part, room: positive(cap - held) })),
    ),
  );
  const wish = sumCents(ideals.flat());
  const short = wish > available;
  const scale = (ideal: Cents): Cents => (short ? (ideal * positive(available)) / wish : ideal) as Cents;
  const wanted = wants.flatMap((want, index) =>
    want.candidates.map((candidate, at): Wanted => ({
      candidate,
      group: index,
      ideal: scale(ideals[index]?.[at] ?? (0n as Cents)),
    })),
  );
  const rounded = roundToLots(
    wanted,
    wants.map(({ room }) => room),
    available,
    ground.config,
  );
  return {
    orders: rounded.bought.flatMap(({ wanted: { candidate, group }, shares }) => {
      const resolved = wants[group]?.resolved;
      return resolved === undefined ? [] : [orderOf(candidate, resolved, shares)];
    }),
    unfilled: wants.flatMap((want, index) => leftOver(ground, want, ideals[index] ?? [])),
    suppressed: rounded.suppressed,
    rejected: [...wants.flatMap(({ rejected }) => rejected), ...notAskedFor(ground, raisedSectors(wants))]
      .filter(({ ticker, reason }) => reason !== 'own-directive' || !boughtByName(wants).has(ticker))
      .sort((a, b) => compareText(a.ticker, b.ticker)),
    issues: short ? [scaledNote(wish, available, ground)] : [],
  };
};

const raisedSectors = (wants: readonly Want[]): ReadonlySet<Sector> =>
  new Set(wants.flatMap(({ resolved }) => (resolved.directive.kind === 'sector' ? [resolved.directive.sector] : [])));

/** Tickers that a directive of their own buys: they are not rejected as picks. */
const boughtByName = (wants: readonly Want[]): ReadonlySet<string> =>
  new Set(wants.flatMap(({ resolved: { directive } }) => (directive.kind === 'ticker' ? [directive.ticker] : [])));
