import type { ResolvedDirective } from '../model/directive.ts';
import { totalValue } from '../model/portfolio.ts';
import { compareRatios, distance, pctRatio } from '../model/ratio.ts';
import type { Price } from '../model/units.ts';
import type { Trust } from './settings.ts';
import type { Statements } from './trust-check.ts';

/** Dollars of a percentage of cents and a price share the scale of 1/10,000 dollar × 100. */
const CENT = 100n;

/** The prices of everything that a directive may trade. */
const pricesFor = ({ directive }: ResolvedDirective, statements: Statements): readonly Price[] => {
  const { portfolio, market, stocks } = statements;
  const all = [...portfolio.holdings, ...(market?.picks ?? []), ...stocks];
  const own = all.filter((one) =>
    directive.kind === 'sector'
      ? one.sector === directive.sector
      : directive.kind === 'ticker' && one.ticker === directive.ticker,
  );
  return own.flatMap(({ price }) => price ?? []);
};

/**
 * Whether the account is where a directive wants it, to within one share of the dearest stock that the directive may
 * trade: then it has been carried out, and what it says about where it started is history. Cash is there within the points
 * by which targets may miss 100 %.
 */
export const isMet = (resolved: ResolvedDirective, statements: Statements, trust: Trust): boolean => {
  const { directive, current, target } = resolved;
  if (directive.direction === 'hold') return false;
  const gap = distance(current, target);
  if (directive.kind === 'cash') return compareRatios(gap, pctRatio(trust.closure_points)) <= 0;
  if (directive.kind === 'ticker' && directive.aim.kind !== 'weight') return false;
  const dearest = pricesFor(resolved, statements).reduce((most, one) => (one > most ? one : most), 0n as Price);
  return gap.num * totalValue(statements.portfolio) * CENT < dearest * gap.den;
};
