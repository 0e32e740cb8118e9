import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import type { Unfilled } from '../model/trade.ts';
import type { Config } from '../validate/config.ts';
import { reconcile } from '../validate/reconcile.ts';
import { validatePick } from '../validate/validate-pick.ts';
import { checkClosure } from './0-check-closure.ts';
import { resolveDirectives } from './0-resolve-directives.ts';
import { cashFloorOf, listTrades, type Groundwork, type Listing } from './1c-list-trades.ts';
import { failedCriteria } from './failed-criteria.ts';
import { recommend } from './recommend.ts';
import { offered, readSources, type Request, type Sources, type Terms } from './read-sources.ts';
import { dollarText } from '../model/figures.ts';

const NOTHING: Listing = { plan: { trades: [], unfilled: [], suppressed: [], rejectedPicks: [] }, issues: [] };

/** Step 0: directives in dollars, and whether their targets are the whole account. */
export const resolveAll = (
  sources: Sources,
  config: Config,
): { readonly directives: readonly ResolvedDirective[]; readonly issues: readonly Issue[] } => {
  const { prices, sectors } = offered(sources);
  const { portfolio, spelling } = sources;
  const { resolved, issues } = resolveDirectives(sources.directives, {
    portfolio,
    spelling,
    prices,
    trust: config.trust,
  });
  const cashFloor = cashFloorOf({ directives: resolved, config });
  const tolerance = config.trust.closure_points;
  return {
    directives: resolved,
    issues: [
      ...issues,
      ...checkClosure({ portfolio, directives: resolved, sectors, spelling, cashFloor, tolerance }),
      ...reconcile({ ...sources, directives: resolved }, config.trust),
    ],
  };
};

const unfilledIssue = (
  { subject, directive, value, reason }: Unfilled,
  directives: readonly ResolvedDirective[],
): Issue => {
  const place = directives.find((one) => one.directive.id === directive)?.directive.place;
  return {
    code: `unfilled-${reason}`,
    level: 'approve',
    subject,
    detail: { subject, value: dollarText(value) },
    ...(place === undefined ? {} : { place }),
  };
};

/** A stock file that was named for this plan and fails its criteria: its pick is not a candidate. */
const stockIssues = (stocks: Groundwork['stocks']): readonly Issue[] =>
  stocks
    .filter(({ validation }) => validation.status === 'REJECTED')
    .map(({ pick, validation }) => ({
      code: 'stock-not-a-candidate',
      level: 'note',
      place: pick.place,
      subject: pick.ticker,
      detail: { ticker: pick.ticker, failed: failedCriteria(validation) },
    }));

const isFatal = ({ level }: Issue): boolean => level === 'block' || level === 'unusable';

/**
 * From what the sources say to a recommendation, in the steps of the founding document: 0 resolve, 0.5 reconcile, 2.5
 * validate picks, 1 list trades (in the order of 4A); then 2, 3A, 4B and 4C in `recommend`. Statements that contradict
 * each other get a verdict and no trades. `read` is what reading the sources had to say.
 */
export const planFor = (sources: Sources, terms: Terms, read: readonly Issue[]): Recommendation => {
  const { config, now } = terms;
  const day = now.slice(0, 10);
  const { directives, issues: found } = resolveAll(sources, config);
  const stocks = sources.stocks.map((pick) => ({
    pick,
    validation: validatePick(pick, { ...sources, limits: config.stock_criteria, day }),
  }));
  const before = [...read, ...found, ...stockIssues(stocks)];
  const groundwork: Groundwork = { ...sources, directives, stocks, config, day };
  const { plan, issues } = before.some(isFatal) ? NOTHING : listTrades(groundwork);
  return recommend({
    workflow: 'rebalance',
    terms,
    sources,
    directives,
    plan,
    stockValidations: stocks.map(({ validation }) => validation),
    issues: [...before, ...issues, ...plan.unfilled.map((line) => unfilledIssue(line, directives))],
  });
};

/** Workflow A: from an analyst's document to a recommendation. A document that cannot be used is refused. */
export const rebalance = (request: Request, known: readonly Issue[] = []): Recommendation | Refusal => {
  const { sources, issues, accounting } = readSources(request, true);
  return sources === undefined || issues.some(({ level }) => level === 'unusable')
    ? { kind: 'refusal', issues, accounting }
    : planFor(sources, request, [...known, ...issues]);
};
