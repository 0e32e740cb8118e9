import type { MoneyFlow } from '../model/intent.ts';
import { totalValue } from '../model/portfolio.ts';
import { exactOf, exactWorth, upToCents, type Cents, type Exact } from '../model/units.ts';
import { candidatesFor, type Candidate } from './1b-candidates.ts';
import { level } from './1-level.ts';
import { above, aimedBy, keptBeside, sectorAims, withDirectives, type SectorAim } from './1-sector-aims.ts';
import { lotOf, type Ground } from './ground.ts';

const CENT = exactOf(1n as Cents);

const positive = (value: bigint): bigint => (value > 0n ? value : 0n);

/** What can be bought for a sector in all, and the least that buys anything. */
const roomOf = (ground: Ground, chosen: readonly Candidate[]): { readonly room: bigint; readonly least: bigint } => {
  const rooms = chosen.map(({ cap, held, price }) => positive(cap - exactWorth(price, held)) / CENT);
  const lots = chosen.map(({ price }) => upToCents((price * lotOf(ground.config)) as Exact));
  const cheapest = lots.reduce((a, b) => (a < b ? a : b), lots[0] ?? (0n as Cents));
  const smallest = ground.config.trading.min_trade_usd;
  return { room: rooms.reduce((a, b) => a + b, 0n), least: cheapest > smallest ? cheapest : smallest };
};

/**
 * What a deposit is spent on: the sectors that are the farthest below their targets, by dollars of the account with the deposit, until
 * it is used up or none is below. Nothing is sold, and no cash is spent that was there before.
 */
export const aimDeposit = (ground: Ground, { amount }: MoneyFlow): Ground => {
  const { portfolio, total, reserve, cashFloor } = ground;
  const before = (portfolio.cash - amount) as Cents;
  const kept = positive(before) * CENT;
  const floor = (cashFloor > kept ? cashFloor : kept) as Exact;
  const beside = withDirectives({ ...ground, cashFloor: floor }, keptBeside(ground, 'BUY'));
  const aims = sectorAims(ground, (totalValue(portfolio) - amount) as Cents);
  const parts = aims.map((aim: SectorAim) => ({
    gap: -above(aim, total),
    ...roomOf(beside, candidatesFor(beside, aim.sector).chosen),
  }));
  const money = positive(((portfolio.cash - reserve) * CENT - floor) / CENT);
  const shares = level(parts, money, false);
  const directives = aims.flatMap((aim, at) => {
    const share = (shares[at] ?? 0n) as Cents;
    return share > 0n ? [aimedBy(ground, aim, 'BUY', share)] : [];
  });
  return withDirectives(beside, [...beside.directives, ...directives]);
};
