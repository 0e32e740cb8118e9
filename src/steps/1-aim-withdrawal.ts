import type { MoneyFlow } from '../model/intent.ts';
import { totalValue } from '../model/portfolio.ts';
import type { Sector } from '../model/sector.ts';
import { exactOf, sumCents, upToCents, worth, type Cents, type Exact } from '../model/units.ts';
import { chooseSells } from './1a-choose-sells.ts';
import { level } from './1-level.ts';
import { sellable } from './1-locks.ts';
import { above, aimedBy, keptBeside, sectorAims, touchable, withDirectives } from './1-sector-aims.ts';
import { isForbidden, type Ground } from './ground.ts';

/** What can be sold of each sector. */
const roomsOf = (ground: Ground): ReadonlyMap<Sector, bigint> => {
  const rooms = new Map<Sector, bigint>();
  for (const holding of touchable(ground)) {
    if (isForbidden(ground, holding.ticker, 'SELL')) continue;
    rooms.set(holding.sector, (rooms.get(holding.sector) ?? 0n) + worth(holding.price, sellable(ground, holding)));
  }
  return rooms;
};

/** The ground with sales of so much in all. */
const selling = (beside: Ground, parts: ReturnType<typeof partsOf>, amount: bigint): Ground => {
  const shares = level(parts, amount, true);
  const directives = parts.flatMap(({ aim }, at) => {
    const share = (shares[at] ?? 0n) as Cents;
    return share > 0n ? [aimedBy(beside, aim, 'SELL', share)] : [];
  });
  return withDirectives(beside, [...beside.directives, ...directives]);
};

const partsOf = (ground: Ground, beside: Ground) => {
  const rooms = roomsOf(beside);
  return sectorAims(ground, totalValue(ground.portfolio)).map((aim) => ({
    aim,
    gap: above(aim, ground.total),
    room: rooms.get(aim.sector) ?? 0n,
    least: ground.config.trading.min_trade_usd,
  }));
};

/** By how much cash, less fees and with these sales, falls short of what must be there before the withdrawal. */
export const shortOf = ({ portfolio, reserve, cashFloor }: Ground, proceeds: Cents): Cents =>
  upToCents((cashFloor - exactOf((portfolio.cash - reserve + proceeds) as Cents)) as Exact);

/** More often than so the sales are not raised again: by then they are as large as they can be. */
const TRIES = 20;

/**
 * What is sold for a withdrawal: of the sectors that are the farthest above their targets, by dollars of the account that remains, until
 * the cash is there above its floor. What orders too small to make would have brought is raised from others.
 */
export const aimWithdrawal = (ground: Ground, { amount }: MoneyFlow): Ground => {
  const floor = (ground.cashFloor + exactOf(amount)) as Exact;
  const beside = withDirectives({ ...ground, cashFloor: floor }, keptBeside(ground, 'SELL'));
  const parts = partsOf(ground, beside);
  const smallest = ground.config.trading.min_trade_usd;
  let wanted: bigint = shortOf(beside, 0n as Cents);
  if (wanted <= 0n) return beside;
  for (let tried = 1; ; tried += 1) {
    const aimed = selling(beside, parts, wanted > smallest ? wanted : smallest);
    const short = shortOf(beside, sumCents(chooseSells(aimed).orders.map(({ value }) => value)));
    if (short <= 0n || tried === TRIES) return aimed;
    wanted = (wanted > smallest ? wanted : smallest) + short;
  }
};
