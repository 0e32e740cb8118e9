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
import { dryRun, residualsOf, type DryRun, type DryRunInput } from './2-dry-run.ts';
import { escalate } from './3a-escalate.ts';
import { adverseMove } from './4c-adverse-move.ts';
import { keptOf } from './4c-kept.ts';
import { moversOf } from './4c-mover.ts';
import { priceRanges } from './4c-price-ranges.ts';
import { settlementOf } from './4d-settlement.ts';
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

/** A plan that is judged, before the prices are known between which it may be typed, and the days on which it settles. */
export type Judged = Omit<Recommendation, 'priceRanges' | 'adverseMove' | 'settlement'>;

const inputOf = ({ terms, sources, plan }: Proposal): DryRunInput => {
  const flow = flowOf(terms.intent);
  return {
    portfolio: sources.portfolio,
    trades: plan.trades,
    restrictions: sources.restrictions,
    config: terms.config,
    day: terms.now.slice(0, 10),
    ...(flow === undefined ? {} : { flow }),
  };
};

/** Steps 2, 3A and 4B: puts together everything that a reader may ask of a plan and its rehearsal. */
const judgedOn = (proposal: Proposal, rehearsed: DryRun): Judged => {
  const { workflow, terms, sources, directives, plan, stockValidations } = proposal;
  const { portfolio, spelling, accounting, market } = sources;
  const { config, now, basis, intent } = terms;
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
    cashFloor: {
      pct: floor,
      usd: maxCents(atLeast(floor, rehearsal.after.total), config.cash_minimum.min_usd),
    },
    ...(market === undefined ? {} : { market }),
    ...(escalation === undefined ? {} : { escalation }),
  };
};

/** Steps 2, 3A and 4B alone: the verdict does not depend on 4C. */
export const judged = (proposal: Proposal): Judged => judgedOn(proposal, dryRun(inputOf(proposal)));

/** Steps 2, 3A, 4B, 4C and 4D: rehearses a plan, judges it, and puts together everything that a reader may ask. */
export const recommend = (proposal: Proposal): Recommendation => {
  const { config, now } = proposal.terms;
  const rehearsed = dryRun(inputOf(proposal));
  const { rehearsal, findings } = rehearsed;
  const plan = judgedOn(proposal, rehearsed);
  const movers = moversOf(rehearsal);
  const kept = keptOf(rehearsal, findings, config, movers);
  const adverse = plan.verdict === 'BLOCKED' ? undefined : adverseMove(kept, movers);
  const settlement = settlementOf(config.trading.account, rehearsal, now);
  return {
    ...plan,
    priceRanges: priceRanges(kept, movers),
    ...(adverse === undefined ? {} : { adverseMove: adverse }),
    ...(settlement === undefined ? {} : { settlement }),
  };
};
