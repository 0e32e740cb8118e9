import type { Recommendation } from '../model/recommendation.ts';
import { counterWords } from './counter-words.ts';
import { dryRun } from './dry-run.ts';
import { reasonDocuments } from './judgement-json.ts';
import type { EscalationDocument, Meta } from './plan-document.ts';
import { say } from './say.ts';
import { tradeDocuments } from './trades-json.ts';

/** The request to the approver (step 3A), when the plan needs one. */
export const escalationDocument = (recommendation: Recommendation, meta: Meta): EscalationDocument | null => {
  const { escalation } = recommendation;
  if (escalation === undefined) return null;
  const violations = reasonDocuments(recommendation).filter(({ severity }) => severity === 'approve');
  return {
    plan_id: meta.planId,
    trigger: escalation.trigger,
    violations,
    dry_run_report: dryRun(recommendation, meta),
    rebalancing_plan: tradeDocuments(recommendation),
    request: say('report/escalation-request', {
      violation: escalation.trigger === 'constraint_violation',
      count: violations.length,
      several: violations.length !== 1,
      plan_id: meta.planId,
      counter: counterWords(recommendation.repair?.counterProposals ?? [])[0]?.changes ?? '',
    }),
    routing: escalation.routing,
    sla_minutes: escalation.slaMinutes,
  };
};
