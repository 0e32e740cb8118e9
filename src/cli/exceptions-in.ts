import type { Decision, Exceptions } from '../model/exceptions.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Meta } from '../report/plan-document.ts';
import { planDocument, planJson } from '../report/plan-json.ts';
import { exceptionsOf } from '../steps/3a-exceptions.ts';
import type { Config } from '../validate/config.ts';
import { sha256 } from './digest.ts';

/** What excepts the breaches of a CONDITIONAL plan: approvals of the journal, standing exceptions of the config. */
export const exceptionsIn = (
  recommendation: Recommendation,
  meta: Meta,
  { approvals: { standing } }: Config,
  decisions: readonly Decision[],
): Exceptions | undefined => {
  if (recommendation.verdict !== 'CONDITIONAL' || standing.length + decisions.length === 0) return undefined;
  const plan = planDocument(recommendation, meta);
  return exceptionsOf({
    planId: meta.planId,
    planSha256: sha256(planJson(plan)),
    breaches: plan.reasons.filter(({ severity }) => severity === 'approve'),
    decisions,
    standing,
    now: recommendation.now,
  });
};
