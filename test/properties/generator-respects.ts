import { forbids } from '../../src/model/portfolio.ts';
import {
  aimsOf,
  buysOf,
  causeOf,
  HUNDRED,
  offerOf,
  offersOf,
  roundedCents,
  told,
  tradesOf,
  unless,
  type Property,
} from './property.ts';
import { DAY } from './world.ts';

export const nothingForbiddenIsTraded: Property = ({ sources, ...run }) =>
  tradesOf({ sources, ...run }).flatMap((trade) => {
    const forbidding = sources.restrictions.filter(
      (restriction) => restriction.ticker === trade.ticker && forbids(restriction, trade.side, DAY),
    );
    return unless(forbidding.length === 0, `${told(trade)} is restricted`);
  });

/** What a sector directive buys ends at most at the position limit, with what was held before. */
export const picksStayWithinThePositionLimit: Property = (run) =>
  buysOf(run).flatMap((trade) => {
    if (causeOf(run.result, trade)?.directive.kind !== 'sector') return [];
    const { positions, total } = run.result.rehearsal.after;
    const value = positions.get(trade.ticker)?.value ?? 0n;
    const limit = run.config.position_limit.max_pct;
    return unless(
      value * HUNDRED <= limit * (total + roundedCents(run)),
      `${told(trade)} ends at ${value} of ${total} cents`,
    );
  });

/** What a sector directive buys never lifts the sector above its target. */
export const sectorsStayWithinTheirTarget: Property = (run) =>
  buysOf(run).flatMap((trade) => {
    const cause = causeOf(run.result, trade);
    if (cause?.directive.kind !== 'sector') return [];
    const { sectors, total } = run.result.rehearsal.after;
    const value = sectors.get(cause.directive.sector) ?? 0n;
    const { num, den } = cause.target;
    return [
      ...unless(trade.sector === cause.directive.sector, `${told(trade)} is for ${cause.subject}`),
      ...unless(
        value * den <= num * (total + roundedCents(run)),
        `${told(trade)}: ${cause.subject} ends at ${value} of ${total} cents`,
      ),
    ];
  });

/** A pick below the minimum is not bought for a sector, however much room there is. */
export const unconvincingPicksAreNotBought: Property = (run) =>
  buysOf(run).flatMap((trade) => {
    const pick = offerOf(run, trade);
    const forSector = causeOf(run.result, trade)?.directive.kind === 'sector';
    const { min_conviction: least } = run.config.stock_criteria;
    const low = pick?.conviction !== undefined && pick.conviction < least;
    return unless(!low || !forSector, `${told(trade)} has conviction ${pick?.conviction ?? 0n}`);
  });

/** A pick from a stock file is bought only after it passed all criteria, and up to what it proposes. */
export const stockFilesAreHeeded: Property = (run) =>
  buysOf(run).flatMap((trade) => {
    const stock = run.sources.stocks.find(({ ticker }) => ticker === trade.ticker);
    if (stock === undefined || causeOf(run.result, trade)?.directive.kind !== 'sector') return [];
    const passed = run.result.stockValidations.some((one) => one.ticker === stock.ticker && one.status !== 'REJECTED');
    const { before, after } = run.result.rehearsal;
    const held = stock.basis === 'increment' ? (before.positions.get(stock.ticker)?.value ?? 0n) : 0n;
    const value = (after.positions.get(stock.ticker)?.value ?? 0n) - held;
    return [
      ...unless(passed, `${told(trade)} was not approved`),
      ...unless(
        value * HUNDRED <= stock.proposed * (before.total + roundedCents(run)),
        `${told(trade)} ends at ${value} of ${before.total} cents`,
      ),
    ];
  });

/** Where a sector has picks, only they are bought; and no more of them than the config says. */
export const onlyTheBestPicksAreBought: Property = (run) => {
  const most = run.config.trading.max_picks_per_sector;
  return aimsOf(run.result).flatMap(({ directive, subject }) => {
    if (directive.kind !== 'sector') return [];
    const bought = buysOf(run).filter((trade) => trade.directive === directive.id);
    const picks = offersOf(run).filter(({ sector }) => sector === directive.sector);
    if (picks.length === 0) return [];
    const names = new Set(picks.map(({ ticker }) => ticker));
    return [
      ...unless(bought.length <= most, `${bought.length} picks bought for ${subject}`),
      ...bought.flatMap((trade) => unless(names.has(trade.ticker), `${told(trade)} is no pick for ${subject}`)),
    ];
  });
};

/** Sectors and tickers that nobody named are left alone, and so is what has a directive of its own. */
export const nothingElseIsTouched: Property = (run) => {
  const own = new Set(
    aimsOf(run.result).flatMap(({ directive }) => (directive.kind === 'ticker' ? [directive.ticker] : [])),
  );
  return tradesOf(run).flatMap((trade) => {
    const cause = causeOf(run.result, trade)?.directive;
    if (cause?.kind === 'sector')
      return unless(cause.sector === trade.sector && !own.has(trade.ticker), `${told(trade)} for ${cause.sector}`);
    return unless(cause?.kind === 'ticker' && cause.ticker === trade.ticker, `${told(trade)} has no cause`);
  });
};
