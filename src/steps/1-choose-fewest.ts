import type { ResolvedDirective, SectorDirective } from '../model/directive.ts';
import { percentText } from '../model/figures.ts';
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
  worth,
  type Cents,
  type Exact,
  type Price,
  type Shares,
} from '../model/units.ts';
import { fewestIn, fewestTogether } from '../optimise/fewest-orders.ts';
import type { Movable, Move } from '../optimise/reach-band.ts';
import type { Minimum, Sector } from '../optimise/weigh-sectors.ts';
import { rankedToSell } from './1a-choose-sells.ts';
import { candidatesFor, type Candidate } from './1b-candidates.ts';
import { dailyVolumeOf, isForbidden, lotOf, ownDirective, type Ground, type Order } from './ground.ts';

/** Fewest orders in place of those of steps 1A and 1B. */
export interface Fewest {
  readonly orders: readonly Order[];
  /** It cannot be done with fewer. */
  readonly bound: number;
  /** Directives that were carried out so, and every ticker that could have been traded for them. */
  readonly directives: ReadonlySet<string>;
  readonly tickers: ReadonlySet<Ticker>;
}

/** Someone who can be traded for a directive. */
interface Party {
  readonly movable: Movable;
  readonly ticker: Ticker;
  readonly price: Price;
  readonly more: Partial<Order>;
}

/** A directive as a problem of the solver. */
interface Task {
  readonly resolved: ResolvedDirective;
  readonly directive: SectorDirective;
  readonly parties: readonly Party[];
  readonly band: Sector;
  /** Its fewest orders, whatever the cash. */
  readonly minimum: Minimum;
}

/** How many orders may be looked at in each search. */
const EFFORT = 1_000;

/** A price in whole cents: what whole shares are worth then needs no rounding. */
const WHOLE_CENT = 100n;

/** Sub-cent prices and parts of shares: every position may be rounded up by half a cent. */
const ROUNDED = cents(1n);

const partyOf = (
  ground: Ground,
  one: Pick<Holding, 'ticker' | 'price'>,
  held: Shares,
  cap: Exact | undefined,
): Movable => {
  const lot = lotOf(ground.config);
  const price = ((one.price * lot) / ONE_SHARE) as Price;
  const has = held / lot;
  if (cap === undefined) return { price, held: has, least: 0n, most: has };
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
  return { movable: partyOf(ground, holding, shares, undefined), ticker, price, more };
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

const signed = ({ side, value }: Order): Cents => (side === 'BUY' ? value : -value) as Cents;

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
const tasksOf = (ground: Ground, fixed: readonly Order[]): readonly Task[] =>
  ground.directives.flatMap((resolved): readonly Task[] => {
    const { directive, action, target } = resolved;
    if (directive.kind !== 'sector' || action === 'HOLD' || target.num === 0n) return [];
    const parties = partiesOf(ground, resolved, directive);
    const band = { ...bandOf(ground, resolved, directive, fixed), names: parties.map(({ movable }) => movable) };
    const minimum = fewestIn(band, termsOf(ground));
    return minimum === undefined ? [] : [{ resolved, directive, parties, band, minimum }];
  });

const termsOf = ({ config }: Ground) => ({ smallest: exactOf(config.trading.min_trade_usd), effort: EFFORT });

const orderOf = (ground: Ground, { resolved, directive, parties }: Task, { name, shares: lots }: Move, of: number) => {
  const party = parties[name];
  if (party === undefined) return [];
  const { ticker, price, more } = party;
  const shares = ((lots < 0n ? -lots : lots) * lotOf(ground.config)) as Shares;
  const order: Order = {
    side: lots < 0n ? 'SELL' : 'BUY',
    ticker,
    sector: directive.sector,
    shares,
    price,
    value: worth(price, shares),
    directive: directive.id,
    why: {
      rule: 'fewest-orders',
      detail: {
        subject: resolved.subject,
        current: percentText(resolved.current),
        target: percentText(resolved.target),
        tolerance: percentText({ num: BigInt(ground.config.trading.sector_tolerance_bp), den: 10_000n }).replace(
          '%',
          '',
        ),
        orders: of,
        single: of === 1,
      },
    },
    ...more,
  };
  return [order];
};

/** What the orders of single tickers, and those that fewest orders cannot replace, leave in cash. */
const cashFor = ({ portfolio, reserve, cashFloor, total }: Ground, fixed: readonly Order[], tasks: readonly Task[]) => {
  const odd = tasks.flatMap(({ parties }) => parties).filter(({ price }) => price % WHOLE_CENT !== 0n).length;
  return {
    now: exactOf((portfolio.cash - reserve - sumCents(fixed.map(signed))) as Cents),
    lowest: (cashFloor + exactOf(cents(BigInt(odd)))) as Exact,
    highest: exactOf(total),
  };
};

/**
 * As few orders as bring every sector that a directive changes within the tolerance of its target. `seed` are the orders of
 * steps 1A and 1B: those of single tickers stay, and those of sectors that nobody can bring so near, or that end. Who
 * may be traded, up to what, and in which order of preference is the same as there. Undefined when no directive is
 * left to carry out so, or no such orders were found.
 */
export const chooseFewest = (ground: Ground, seed: readonly Order[]): Fewest | undefined => {
  const bySector = new Set(
    ground.directives.filter(({ directive }) => directive.kind === 'sector').map(({ directive }) => directive.id),
  );
  const tasks = tasksOf(
    ground,
    seed.filter(({ directive }) => !bySector.has(directive)),
  );
  const directives = new Set(tasks.map(({ directive }) => directive.id));
  const fixed = seed.filter(({ directive }) => !directives.has(directive));
  if (tasks.length === 0) return undefined;
  const bands = tasks.map(({ band }) => band);
  const minima = tasks.map(({ minimum }) => minimum);
  const found = fewestTogether(bands, minima, cashFor(ground, fixed, tasks), termsOf(ground));
  if (found === undefined) return undefined;
  const orders = tasks.flatMap((task, at) =>
    (found.moves[at] ?? []).flatMap((move) => orderOf(ground, task, move, found.moves[at]?.length ?? 0)),
  );
  return {
    orders: [...fixed, ...orders],
    bound: fixed.length + found.bound,
    directives,
    tickers: new Set(tasks.flatMap(({ parties }) => parties.map(({ ticker }) => ticker))),
  };
};
