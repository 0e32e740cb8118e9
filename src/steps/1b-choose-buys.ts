import type { ResolvedDirective } from '../model/directive.ts';
import { dollarText, percentText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { compareText } from '../model/order.ts';
import type { Sector } from '../model/sector.ts';
import type { RejectedPick, Suppressed, Unfilled } from '../model/trade.ts';
import {
  downToCents,
  exactOf,
  exactPart,
  exactWorth,
  sumCents,
  upToCents,
  worth,
  type Cents,
  type Exact,
  type Shares,
} from '../model/units.ts';
import { notAskedFor, type Candidate } from './1b-candidates.ts';
import { roundToLots, type Wanted } from './1b-round-to-lots.ts';
import { shareOut } from './1b-share-out.ts';
import { leftOf, wantsOf, type Want } from './1b-wants.ts';
import type { Ground, Order } from './ground.ts';

/** What step 1B proposes to buy, what it could not, and what it has to say. */
export interface Buys {
  readonly orders: readonly Order[];
  readonly unfilled: readonly Unfilled[];
  readonly suppressed: readonly Suppressed[];
  readonly rejected: readonly RejectedPick[];
  readonly issues: readonly Issue[];
}

const positive = (value: bigint): Exact => (value > 0n ? value : 0n) as Exact;

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
const leftOver = (ground: Ground, want: Want, given: readonly Exact[]): readonly Unfilled[] => {
  const value = leftOf(want, given);
  const isNobody = want.candidates.length === 0;
  // A ticker that is named is never passed over; of a sector, a rest below the smallest trade is rounding.
  const least = isNobody && want.resolved.directive.kind === 'ticker' ? 0n : ground.config.trading.min_trade_usd;
  if (value <= 0n || value < least) return [];
  const isLocked = want.candidates.some(({ locked }) => locked === true);
  const reason = isNobody ? want.empty : isLocked ? 'locked' : 'positions-full';
  return [{ subject: want.resolved.subject, directive: want.resolved.directive.id, value, reason }];
};

/** What the cash floor cuts off where it cuts off more than the targets may miss 100 % by. */
const cutOff = (
  ground: Ground,
  { resolved }: Want,
  ideals: readonly Exact[],
  scale: (ideal: bigint) => Exact,
): readonly Unfilled[] => {
  const value = downToCents(ideals.reduce((sum: bigint, ideal) => sum + ideal - scale(ideal), 0n) as Exact);
  if (value <= 0n || value < ground.config.trading.min_trade_usd) return [];
  return [{ subject: resolved.subject, directive: resolved.directive.id, value, reason: 'cash-floor' }];
};

const scaledNote = (wish: Exact, available: Exact, ground: Ground): Issue => ({
  code: 'buys-scaled',
  level: 'note',
  detail: {
    wish: dollarText(downToCents(wish)),
    available: dollarText(downToCents(positive(available))),
    floor: dollarText(upToCents(ground.cashFloor)),
  },
});

/** Nobody named a pick for a sector, so more is bought of what is held there: the analyst should know. */
const holdingsNote = ({ resolved: { subject, directive }, candidates }: Want): readonly Issue[] => {
  // Where no instruction asks for the sector there is no analyst who forgot a pick.
  const isAsked = directive.text !== '';
  if (!isAsked || !candidates.some(({ why }) => why.rule === 'buy-held')) return [];
  const detail = { subject, tickers: candidates.map(({ ticker }) => ticker) };
  return [{ code: 'bought-without-pick', level: 'note', subject, place: directive.place, detail }];
};

const raisedSectors = (wants: readonly Want[]): ReadonlySet<Sector> =>
  new Set(wants.flatMap(({ resolved }) => (resolved.directive.kind === 'sector' ? [resolved.directive.sector] : [])));

/** Tickers that a directive of their own buys: they are not rejected as picks. */
const boughtByName = (wants: readonly Want[]): ReadonlySet<string> =>
  new Set(wants.flatMap(({ resolved: { directive } }) => (directive.kind === 'ticker' ? [directive.ticker] : [])));

const rejectedOf = (ground: Ground, wants: readonly Want[]): readonly RejectedPick[] =>
  [...wants.flatMap(({ rejected }) => rejected), ...notAskedFor(ground, raisedSectors(wants))]
    .filter(({ ticker }) => !boughtByName(wants).has(ticker))
    .sort((a, b) => compareText(a.ticker, b.ticker));

/** What each want would give to each of its candidates, if cash were no question. */
const idealsOf = (wants: readonly Want[]): readonly (readonly Exact[])[] =>
  wants.map(({ room, candidates }) =>
    shareOut(
      room,
      candidates.map(({ part, cap, held, price }) => ({ part, room: positive(cap - exactWorth(price, held)) })),
    ),
  );

/** The cash that can be spent: what there is and what the sells bring, less the fees and the floor. */
const spendable = ({ portfolio, reserve, cashFloor }: Ground, sells: readonly Order[]): Exact =>
  (exactOf((portfolio.cash + sumCents(sells.map(({ value }) => value)) - reserve) as Cents) - cashFloor) as Exact;

/** Step 1B: which shares to buy for the directives that raise a position or a sector, within the cash that there is. */
export const chooseBuys = (ground: Ground, sells: readonly Order[]): Buys => {
  const wants = wantsOf(ground, sells);
  const ideals = idealsOf(wants);
  const available = spendable(ground, sells);
  const wish = ideals.flat().reduce((sum: bigint, one) => sum + one, 0n) as Exact;
  const short = wish > 0n && wish > available;
  const scale = (ideal: bigint): Exact => (short ? (ideal * positive(available)) / wish : ideal) as Exact;
  const beyond = short && wish - available > exactPart(ground.config.trust.closure_points, ground.total);
  const wanted = wants.flatMap((want, group) =>
    want.candidates.map((candidate, at): Wanted => ({ candidate, group, ideal: scale(ideals[group]?.[at] ?? 0n) })),
  );
  const cut = beyond ? wants.flatMap((want, at) => cutOff(ground, want, ideals[at] ?? [], scale)) : [];
  const rooms = wants.map(({ room }) => room);
  const rounded = roundToLots(wanted, rooms, available, ground.config);
  return {
    orders: rounded.bought.flatMap(({ wanted: { candidate, group }, shares }) => {
      const resolved = wants[group]?.resolved;
      return resolved === undefined ? [] : [orderOf(candidate, resolved, shares)];
    }),
    unfilled: [...wants.flatMap((want, group) => leftOver(ground, want, ideals[group] ?? [])), ...cut],
    suppressed: rounded.suppressed,
    rejected: rejectedOf(ground, wants),
    issues: [
      ...wants.flatMap(holdingsNote),
      ...(short && cut.length === 0 ? [scaledNote(wish, available, ground)] : []),
    ],
  };
};
