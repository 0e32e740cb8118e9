import type { ResolvedDirective } from '../model/directive.ts';
import { flowOf } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import type { Recommendation, Workflow } from '../model/recommendation.ts';
import type { StockValidation } from '../model/stock-validation.ts';
import type { Plan } from '../model/trade.ts';
import { checkLocks } from '../validate/check-locks.ts';
import { atLeast, maxCents } from '../model/units.ts';
import { verdictOf } from '../model/verdict.ts';
import { cashFloorOf } from './1c-list-trades.ts';
import { dryRun, residualsOf } from './2-dry-run.ts';
import { escalate } from './3a-escalate.ts';
import { priceRanges } from './4c-price-ranges.ts';
import type { Sources, Terms } from './read-sources.ts';

/** A plan, and everything that is known about how it came to be. */
export interface Proposal {
  readonly workflow: Workflow;
  readonly terms: Terms;
  readonly sources: Sources;
  readonly directives: readonly ResolvedDirective[];
  readonly plan: Plan;
  readonly stockValidations: readonly StockValidation[];
  readonly issues: readonly Issue[];
}

/** Steps 2, 3A, 4B and 4C: rehearses a plan, judges it, and puts together everything that a reader may ask. */
export const recommend = (proposal: Proposal): Recommendation => {
  const { workflow, terms, sources, directives, plan, stockValidations } = proposal;
  const { portfolio, restrictions, spelling, accounting, market } = sources;
  const { config, now, basis, intent } = terms;
  const flow = flowOf(intent);
  const input = {
    portfolio,
    trades: plan.trades,
    restrictions,
    config,
    day: now.slice(0, 10),
    ...(flow === undefined ? {} : { flow }),
  };
  const rehearsed = dryRun(input);
  const { rehearsal, findings, issues: impossible } = rehearsed;
  const issues = [...proposal.issues, ...impossible, ...checkLocks(rehearsal, config)];
  const verdict = verdictOf([...findings, ...issues].map(({ level }) => level));
  const escalation = escalate(verdict, findings, config);
  const floor = cashFloorOf({ directives, config });
  return {
    workflow,
    now,
    ...(basis === undefined ? {} : { basis }),
    ...(intent === undefined ? {} : { intent }),
    verdict,
    portfolio,
    spelling,
    directives,
    accounting,
    plan,
    residuals: residualsOf(directives, rehearsal),
    rehearsal,
    findings,
    issues,
    stockValidations,
    priceRanges: priceRanges(input, rehearsed),
    cashFloor: {
      pct: floor,
      usd: maxCents(atLeast(floor, rehearsal.after.total), config.cash_minimum.min_usd),
    },
    ...(market === undefined ? {} : { market }),
    ...(escalation === undefined ? {} : { escalation }),
  };
};
