import type { ResolvedDirective, SectorDirective, TickerDirective } from '../model/directive.ts';
import { percentText } from '../model/figures.ts';
import { gain, holdingValue, type Holding } from '../model/portfolio.ts';
import { compareRatios, type Ratio } from '../model/ratio.ts';
import type { Sector } from '../model/sector.ts';
import { compareText, thenBy } from '../model/order.ts';
import type { Suppressed, Unfilled } from '../model/trade.ts';
import { ceilDivide, floorDivide, lotsCovering, sumCents, worth, type Cents, type Shares } from '../model/units.ts';
import { sharesAimed } from './0-resolve-directives.ts';
import { sellable } from './1-locks.ts';
import { dailyVolumeOf, heldOf, isForbidden, lotOf, ownDirective, quoteOf, type Ground, type Order } from './ground.ts';

/** What step 1A proposes to sell, and what it could not. */
export interface Sells {
  readonly orders: readonly Order[];
  readonly unfilled: readonly Unfilled[];
  readonly suppressed: readonly Suppressed[];
}

const NONE: Sells = { orders: [], unfilled: [], suppressed: [] };

const merge = (parts: readonly Sells[]): Sells => ({
  orders: parts.flatMap(({ orders }) => orders),
  unfilled: parts.flatMap(({ unfilled }) => unfilled),
  suppressed: parts.flatMap(({ suppressed }) => suppressed),
});

/** The largest value, in whole cents, that a weight allows. */
const valueAt = (target: Ratio, total: Cents): Cents => floorDivide(target.num * total, target.den) as Cents;

/**
 * The fewest shares, in whole lots, whose sale leaves the holding worth at most `keep`; the whole holding where lots
 * do not fit into it.
 */
const sharesDownTo = (holding: Holding, keep: Cents, lot: Shares): Shares => {
  const value = holdingValue(holding);
  let shares = lotsCovering((value - keep) as Cents, holding.price, lot) * lot;
  while (shares < holding.shares && worth(holding.price, (holding.shares - shares) as Shares) > keep) shares += lot;
  return (shares > holding.shares ? holding.shares : shares) as Shares;
};

/** The rule that sized a sale, and the place of the holding in the order of selling where a sector is lowered. */
interface Sized {
  readonly rule: 'sell-directive' | 'sell-part';
  readonly rank: number;
}

const orderOf = (
  ground: Ground,
  holding: Holding,
  shares: Shares,
  resolved: ResolvedDirective,
  { rule, rank }: Sized,
): Order => {
  const gained = gain(holding);
  const volume = dailyVolumeOf(ground, holding.ticker);
  return {
    side: 'SELL',
    ticker: holding.ticker,
    sector: holding.sector,
    shares,
    price: holding.price,
    value: worth(holding.price, shares),
    directive: resolved.directive.id,
    why: {
      rule: shares === holding.shares && rule === 'sell-part' ? 'sell-whole' : rule,
      detail: {
        ticker: holding.ticker,
        subject: resolved.subject,
        current: percentText(resolved.current),
        target: percentText(resolved.target),
        gain: gained === undefined ? '' : percentText(gained),
        rank,
        by_value: ground.config.trading.sell_order === 'value_desc',
        lowest_first: ground.config.trading.sell_order === 'gain_asc',
        text: resolved.directive.text,
      },
    },
    ...(gained === undefined ? {} : { gain: gained }),
    ...(volume === undefined ? {} : { dailyVolume: volume }),
  };
};

const suppressed = ({ ticker }: Pick<Order, 'ticker'>, value: Cents): Sells => ({
  ...NONE,
  suppressed: [{ ticker, side: 'SELL', value, reason: 'below-minimum' }],
});

/** Keeps an order that is worth its effort, else lists it. */
const made = (ground: Ground, order: Order): Sells =>
  order.value < ground.config.trading.min_trade_usd ? suppressed(order, order.value) : { ...NONE, orders: [order] };

const unfilled = (resolved: ResolvedDirective, value: Cents, reason: string): Sells => ({
  ...NONE,
  unfilled: [{ subject: resolved.subject, directive: resolved.directive.id, value, reason }],
});

const leastShares = (a: Shares, b: Shares): Shares => (a < b ? a : b);

/** The shares that a ticker directive sells: a count as it is said, a part rounded up to whole lots. */
const tickerShares = (
  ground: Ground,
  { target }: ResolvedDirective,
  directive: TickerDirective,
  holding: Holding,
): Shares => {
  const lot = lotOf(ground.config);
  const { aim } = directive;
  if (aim.kind === 'weight') return sharesDownTo(holding, valueAt(target, ground.total), lot);
  const aimed = sharesAimed(directive, holding.shares);
  return leastShares(aim.kind === 'shares' ? aimed : ((ceilDivide(aimed, lot) * lot) as Shares), holding.shares);
};

const sellTicker = (ground: Ground, resolved: ResolvedDirective, directive: TickerDirective): Sells => {
  const holding = heldOf(ground, directive.ticker);
  if (holding === undefined) return NONE;
  if (isForbidden(ground, directive.ticker, 'SELL')) return unfilled(resolved, -resolved.change as Cents, 'restricted');
  const wanted = tickerShares(ground, resolved, directive, holding);
  const free = leastShares(wanted, sellable(ground, holding));
  const locked = worth(holding.price, (wanted - free) as Shares);
  return merge([
    free === 0n && locked > 0n
      ? NONE
      : made(ground, orderOf(ground, holding, free, resolved, { rule: 'sell-directive', rank: 1 })),
    locked > 0n ? unfilled(resolved, locked, 'locked') : NONE,
  ]);
};

const byValue = (a: Holding, b: Holding): number => {
  const [left, right] = [holdingValue(a), holdingValue(b)];
  return left > right ? -1 : left < right ? 1 : compareText(a.ticker, b.ticker);
};

/** Highest gain first, unknown gain last; ties by value, then ticker. */
const byGain =
  (sign: 1 | -1) =>
  (a: Holding, b: Holding): number => {
    const [left, right] = [gain(a), gain(b)];
    if (left === undefined || right === undefined) {
      return left === right ? byValue(a, b) : left === undefined ? 1 : -1;
    }
    return thenBy(sign * compareRatios(left, right), byValue(a, b));
  };

/** The holdings in the order in which they are sold. */
export const rankedToSell = (holdings: readonly Holding[], { config }: Ground): readonly Holding[] => {
  const order = config.trading.sell_order;
  return [...holdings].sort(order === 'value_desc' ? byValue : byGain(order === 'gain_asc' ? 1 : -1));
};

const sellSector = (ground: Ground, resolved: ResolvedDirective, directive: SectorDirective, moved: Cents): Sells => {
  const held = ground.portfolio.holdings.filter(({ sector }) => sector === directive.sector);
  const own = ownDirective(ground);
  const free = held.filter(({ ticker }) => !own.has(ticker) && !isForbidden(ground, ticker, 'SELL'));
  let excess = (sumCents(held.map(holdingValue)) + moved - valueAt(resolved.target, ground.total)) as Cents;
  const parts: Sells[] = [];
  let isLocked = false;
  for (const holding of rankedToSell(free, ground)) {
    if (excess <= 0n) break;
    if (excess < ground.config.trading.min_trade_usd) {
      parts.push(suppressed(holding, excess));
      break;
    }
    const value = holdingValue(holding);
    const whole = value <= excess;
    const wanted = whole ? holding.shares : sharesDownTo(holding, (value - excess) as Cents, lotOf(ground.config));
    const shares = leastShares(wanted, sellable(ground, holding));
    isLocked ||= shares < wanted;
    if (shares === 0n) continue;
    const part = made(
      ground,
      orderOf(ground, holding, shares, resolved, { rule: 'sell-part', rank: parts.length + 1 }),
    );
    parts.push(part);
    excess = (excess - (part.orders[0]?.value ?? 0n)) as Cents;
  }
  const listed = merge(parts);
  const missing = (excess - sumCents(listed.suppressed.map(({ value }) => value))) as Cents;
  return missing <= 0n || missing < ground.config.trading.min_trade_usd
    ? listed
    : merge([listed, unfilled(resolved, missing, isLocked ? 'locked' : 'nothing-to-sell')]);
};

/** Whether a directive of its own buys a ticker of a sector, so that the sector has to make room for it. */
const buysIn = (ground: Ground, { action, directive }: ResolvedDirective, sector: Sector): boolean => {
  if (action !== 'BUY' || directive.kind !== 'ticker' || isForbidden(ground, directive.ticker, 'BUY')) return false;
  const quote = quoteOf(ground, directive.ticker);
  return quote?.price !== undefined && quote.sector === sector;
};

/** Step 1A: which shares to sell for the directives that lower a position or a sector. */
export const chooseSells = (ground: Ground): Sells => {
  const selling = ground.directives.filter(({ action }) => action === 'SELL');
  const byTicker = merge(
    selling.map((resolved) =>
      resolved.directive.kind === 'ticker' ? sellTicker(ground, resolved, resolved.directive) : NONE,
    ),
  );
  const movedIn = (sector: Sector): Cents =>
    (sumCents(ground.directives.filter((one) => buysIn(ground, one, sector)).map(({ change }) => change)) -
      sumCents(byTicker.orders.filter((order) => order.sector === sector).map(({ value }) => value))) as Cents;
  const bySector = selling.map((resolved) =>
    resolved.directive.kind === 'sector'
      ? sellSector(ground, resolved, resolved.directive, movedIn(resolved.directive.sector))
      : NONE,
  );
  return merge([byTicker, ...bySector]);
};
