import type { NotTraded } from '../model/explanation.ts';
import { percentText } from '../model/figures.ts';
import { gain, type Holding } from '../model/portfolio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { sectorName, type Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Groundwork } from '../steps/1c-list-trades.ts';
import { locksOf } from '../validate/lock-range.ts';
import { isForbidden } from '../steps/ground.ts';

/** What the code needs to know of a plan. */
interface Asked {
  readonly plan: Recommendation;
  readonly ground: Groundwork;
  readonly ticker: Ticker;
}

const line = (at: { readonly line: number } | undefined): string => (at === undefined ? '' : String(at.line));

/** The instruction for this very ticker leaves it alone, or nothing of it could be carried out. */
const ownInstruction = ({ plan, ticker }: Asked): NotTraded | undefined => {
  const own = plan.directives.find(({ directive }) => directive.kind === 'ticker' && directive.ticker === ticker);
  if (own === undefined) return undefined;
  const { place, text } = own.directive;
  const code = own.action === 'HOLD' ? 'told-to-stay' : 'not-carried-out';
  return { code, detail: { ticker, text, line: line(place) } };
};

/** Its sector is lowered, but others came first. */
const othersFirst = ({ plan, ticker }: Asked, { sector, ...holding }: Holding): NotTraded => {
  const sold = plan.plan.trades.filter((trade) => trade.side === 'SELL' && trade.sector === sector);
  const own = gain({ ...holding, sector });
  return {
    code: 'others-first',
    detail: {
      ticker,
      subject: sectorName(sector, plan.spelling),
      sold: sold.map((trade) => trade.ticker).join(', '),
      any: sold.length > 0,
      gain: own === undefined ? '' : percentText(own),
    },
  };
};

const inSector = (asked: Asked, holding: Holding | undefined, sector: Sector): NotTraded => {
  const { plan, ground, ticker } = asked;
  const subject = sectorName(sector, plan.spelling);
  const told = plan.directives.find(({ directive }) => directive.kind === 'sector' && directive.sector === sector);
  if (told === undefined) return { code: 'no-instruction', detail: { ticker, subject } };
  const text = { ticker, subject, text: told.directive.text, line: line(told.directive.place) };
  if (told.action === 'HOLD') return { code: 'sector-stays', detail: text };
  if (isForbidden(ground, ticker, told.action)) return { code: 'restricted', detail: text };
  if (locksOf(ground.config, ticker, ground.day).length > 0) return { code: 'locked', detail: text };
  if (told.action === 'SELL')
    return holding === undefined ? { code: 'sector-falls', detail: text } : othersFirst(asked, holding);
  const picks = (plan.market?.picks ?? []).some((pick) => pick.sector === sector);
  return { code: holding !== undefined && picks ? 'picks-first' : 'no-share-left', detail: text };
};

/** Why nothing of a ticker is traded. */
export const notTraded = (asked: Asked): NotTraded => {
  const { plan, ground, ticker } = asked;
  if (plan.verdict === 'BLOCKED') return { code: 'blocked', detail: { ticker } };
  const rejected = plan.plan.rejectedPicks.find((one) => one.ticker === ticker);
  const small = plan.plan.suppressed.find((one) => one.ticker === ticker);
  const holding = plan.portfolio.holdings.find((one) => one.ticker === ticker);
  const picks = [...ground.stocks.map(({ pick }) => pick), ...(plan.market?.picks ?? [])];
  const sector = holding?.sector ?? picks.find((one) => one.ticker === ticker)?.sector;
  if (small !== undefined) return { code: 'too-small', detail: { ticker } };
  if (rejected !== undefined && holding === undefined) return { code: 'rejected', detail: { ticker } };
  return (
    ownInstruction(asked) ??
    (sector === undefined ? { code: 'rejected', detail: { ticker } } : inSector(asked, holding, sector))
  );
};
