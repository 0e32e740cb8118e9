import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import { endedLocks } from '../validate/check-locks.ts';
import { reconcile } from '../validate/reconcile.ts';
import { checkClosure } from './0-check-closure.ts';
import { resolveDirectives } from './0-resolve-directives.ts';
import { cashFloorOf, listUnlessBlocked } from './1c-list-trades.ts';
import { groundworkOf, stockIssues } from './groundwork-of.ts';
import { recommend } from './recommend.ts';
import { offered, readSources, type Request, type Sources, type Terms } from './read-sources.ts';
import { unfilledIssue } from './unfilled-issue.ts';

/** Step 0: directives in dollars, and whether their targets are the whole account. */
export const resolveAll = (
  sources: Sources,
  { config, now, basis }: Terms,
): { readonly directives: readonly ResolvedDirective[]; readonly issues: readonly Issue[] } => {
  const { prices, sectors } = offered(sources);
  const { portfolio, spelling } = sources;
  const { resolved, issues } = resolveDirectives(sources.directives, {
    portfolio,
    spelling,
    prices,
    trust: config.trust,
    ...(basis === undefined ? {} : { basis }),
  });
  const cashFloor = cashFloorOf({ directives: resolved, config });
  const tolerance = config.trust.closure_points;
  return {
    directives: resolved,
    issues: [
      ...issues,
      ...checkClosure({ portfolio, directives: resolved, sectors, spelling, cashFloor, tolerance }),
      ...reconcile({ ...sources, directives: resolved, now, ...(basis === undefined ? {} : { basis }) }, config.trust),
    ],
  };
};

/**
 * From what the sources say to a recommendation, in the steps of the founding document: 0 resolve, 0.5 reconcile, 2.5
 * validate picks, 1 list trades (in the order of 4A); then 2, 3A, 4B and 4C in `recommend`. Statements that contradict
 * each other get a verdict and no trades. `read` is what reading the sources had to say.
 */
export const planFor = (sources: Sources, terms: Terms, read: readonly Issue[]): Recommendation => {
  const { directives, issues: found } = resolveAll(sources, terms);
  const groundwork = groundworkOf(sources, directives, terms);
  const before = [...read, ...found, ...stockIssues(groundwork), ...endedLocks(terms.config, groundwork.day)];
  const { plan, issues } = listUnlessBlocked(groundwork, before);
  return recommend({
    workflow: 'rebalance',
    terms,
    sources,
    directives,
    plan,
    stockValidations: groundwork.stocks.map(({ validation }) => validation),
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
