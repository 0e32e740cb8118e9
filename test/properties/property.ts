import type { ResolvedDirective } from '../../src/model/directive.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import type { Run } from './plan-run.ts';
import { isRound } from './world.ts';

/** What is wrong with a plan, in words; nothing when the property holds. */
export type Property = (run: Run) => readonly string[];

/** A complaint where something is not so. */
export const unless = (isSo: boolean, complaint: string): readonly string[] => (isSo ? [] : [complaint]);

export const tradesOf = ({ result }: Run): readonly Trade[] => result.plan.trades;

export const buysOf = (run: Run): readonly Trade[] => tradesOf(run).filter(({ side }) => side === 'BUY');
export const sellsOf = (run: Run): readonly Trade[] => tradesOf(run).filter(({ side }) => side === 'SELL');

export const told = ({ side, ticker, shares, price }: Trade): string => `${side} ${shares} ${ticker} @ ${price}`;

/** What the orders are to carry out: the directives as they stand, or what is wanted instead. */
export const aimsOf = ({ plan, directives }: Recommendation): readonly ResolvedDirective[] => plan.aims ?? directives;

/** The directive that an order says it comes from. */
export const causeOf = (result: Recommendation, trade: Trade) =>
  aimsOf(result).find(({ directive }) => directive.id === trade.directive);

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

export const HUNDRED = 100_000_000n;

/** Statements that contradict each other get a verdict and no orders: then there is nothing to measure. */
export const isPlanned = ({ result }: Run): boolean =>
  result.issues.every(({ level }) => level !== 'block' && level !== 'unusable');

/** Cents by which the rounding of sub-cent prices and parts of shares may add up: none where there are none. */
export const roundedCents = (run: Run): bigint => (isRound(run.world) ? 0n : BigInt(tradesOf(run).length));

/** Who is offered for sale: a stock file stands for the pick of its ticker. */
export interface Offer {
  readonly ticker: string;
  readonly sector: string;
  readonly price?: bigint;
  readonly conviction?: bigint;
}

export const offersOf = ({ sources: { stocks, market } }: Run): readonly Offer[] => {
  const named = new Set<string>(stocks.map(({ ticker }) => ticker));
  return [...stocks, ...(market?.picks ?? []).filter(({ ticker }) => !named.has(ticker))];
};

export const offerOf = (run: Run, trade: Trade): Offer | undefined =>
  offersOf(run).find(({ ticker }) => ticker === trade.ticker);
