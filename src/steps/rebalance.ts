import type { ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import { endedLocks } from '../validate/check-locks.ts';
import { reconcile } from '../validate/reconcile.ts';
import { checkClosure } from './0-check-closure.ts';
import { resolveDirectives } from './0-resolve-directives.ts';
import { cashFloorOf, listUnlessBlocked } from './1c-list-trades.ts';
import { groundworkOf, stockIssues } from './groundwork-of.ts';
import { judged, recommend, type Judged, type Proposal } from './recommend.ts';
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
 * From what the sources say to a plan that can be judged, in the steps of the founding document: 0 resolve, 0.5 reconcile, 2.5
 * validate picks, 1 list trades (in the order of 4A). Statements that contradict each other get a verdict and no trades. `read`
 * is what reading the sources had to say.
 */
const proposalFor = (sources: Sources, terms: Terms, read: readonly Issue[]): Proposal => {
  const { directives, issues: found } = resolveAll(sources, terms);
  const groundwork = groundworkOf(sources, directives, terms);
  const before = [...read, ...found, ...stockIssues(groundwork), ...endedLocks(terms.config, groundwork.day)];
  const { plan, issues } = listUnlessBlocked(groundwork, before);
  return {
    workflow: 'rebalance',
    terms,
    sources,
    directives,
    plan,
    stockValidations: groundwork.stocks.map(({ validation }) => validation),
    issues: [...before, ...issues, ...plan.unfilled.map((line) => unfilledIssue(line, directives))],
  };
};

/** From what the sources say to a recommendation: the plan, then 2, 3A, 4B and 4C in `recommend`. */
export const planFor = (sources: Sources, terms: Terms, read: readonly Issue[]): Recommendation =>
  recommend(proposalFor(sources, terms, read));

/** The same without the price ranges of step 4C, on which the verdict does not depend. */
export const judgedPlanFor = (sources: Sources, terms: Terms, read: readonly Issue[]): Judged =>
  judged(proposalFor(sources, terms, read));

/** Workflow A: from an analyst's document to a recommendation. A document that cannot be used is refused. */
export const rebalance = (request: Request, known: readonly Issue[] = []): Recommendation | Refusal => {
  const { sources, issues, accounting } = readSources(request, true);
  return sources === undefined || issues.some(({ level }) => level === 'unusable')
    ? { kind: 'refusal', issues, accounting }
    : planFor(sources, request, [...known, ...issues]);
};
