import type { Directive, ResolvedDirective } from '../model/directive.ts';
import type { Subject } from '../model/explanation.ts';
import type { Finding } from '../model/finding.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Trade } from '../model/trade.ts';

/** What of a plan belongs to a subject. */
export interface Scope {
  readonly directive: (one: ResolvedDirective) => boolean;
  readonly finding: (one: Finding) => boolean;
  /** Whether an order is one of the subject's. */
  readonly order: (trade: Trade) => boolean;
  /** Whether a change of the orders of a ticker is a change for the subject. */
  readonly ticker: (ticker: Ticker) => boolean;
}

/** Which sector a ticker belongs to, where any source says so. */
export type SectorOf = (ticker: Ticker) => Sector | undefined;

const never = (): boolean => false;
const always = (): boolean => true;

const tickerScope = (ticker: Ticker, sectorOf: SectorOf): Scope => ({
  directive: ({ directive }) =>
    directive.kind === 'ticker'
      ? directive.ticker === ticker
      : directive.kind === 'sector' && directive.sector === sectorOf(ticker),
  finding: ({ subject }) => subject === ticker,
  order: (trade) => trade.ticker === ticker,
  ticker: (one) => one === ticker,
});

const sectorScope = (sector: Sector, sectorOf: SectorOf): Scope => ({
  directive: ({ directive }) =>
    directive.kind === 'ticker'
      ? sectorOf(directive.ticker) === sector
      : directive.kind === 'sector' && directive.sector === sector,
  finding: ({ subject }) => subject === sector,
  order: (trade) => trade.sector === sector,
  ticker: (one) => sectorOf(one) === sector,
});

/** A directive is about its own tickers, and about those that were traded for it. */
const directiveScope = (directive: Directive, trades: readonly Trade[], sectorOf: SectorOf): Scope => {
  const caused = new Set(trades.filter((trade) => trade.directive === directive.id).map(({ ticker }) => ticker));
  const subject =
    directive.kind === 'sector' ? directive.sector : directive.kind === 'ticker' ? directive.ticker : 'Cash';
  const own = (ticker: Ticker): boolean =>
    directive.kind === 'cash' ||
    (directive.kind === 'ticker' ? directive.ticker === ticker : directive.sector === sectorOf(ticker));
  return {
    directive: (one) => one.directive.id === directive.id,
    finding: (one) => one.subject === subject,
    order: (trade) => trade.directive === directive.id,
    ticker: (ticker) => caused.has(ticker) || own(ticker),
  };
};

/** What of the plan belongs to the subject. Of a constraint that is everything that it measures, and any order. */
export const scopeOf = (subject: Subject, { plan }: Recommendation, sectorOf: SectorOf): Scope => {
  switch (subject.kind) {
    case 'ticker':
      return tickerScope(subject.ticker, sectorOf);
    case 'sector':
      return sectorScope(subject.sector, sectorOf);
    case 'directive':
      return directiveScope(subject.resolved.directive, plan.trades, sectorOf);
    case 'constraint':
      return { directive: never, finding: ({ constraint }) => constraint === subject.id, order: never, ticker: always };
    case 'line':
      return { directive: never, finding: never, order: never, ticker: never };
  }
};
