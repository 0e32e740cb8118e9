import type { Happening } from '../model/event.ts';
import type { Parsed } from '../model/issue.ts';
import { approverOf, decisionIssues, type DecisionRequest } from './3a-check-decision.ts';

/**
 * Step 3A: whether somebody may say no to a plan, and what then goes into the journal. Who may approve may reject, and the
 * same reasons stand against it; an approval that was given before is withdrawn by it.
 */
export const checkRejection = (request: DecisionRequest): Parsed<Extract<Happening, { readonly kind: 'rejected' }>> => {
  const issues = decisionIssues(request);
  const by = approverOf(request);
  if (issues.length > 0 || by === undefined) return { issues };
  return { value: { kind: 'rejected', plan: request.plan.plan_id, by, reason: request.reason.trim() }, issues };
};
