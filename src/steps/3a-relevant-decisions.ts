import type { Decision } from '../model/exceptions.ts';
import { hasPassed } from '../model/instant.ts';

/**
 * What of the journal's decisions bears on a plan: those on the plan itself, and approvals of other plans that still run, which
 * a person could take for one of this plan. In the order of the journal.
 */
export const relevantDecisions = (planId: string, decisions: readonly Decision[], now: string): readonly Decision[] => {
  const rejected = new Set(decisions.filter(({ kind }) => kind === 'rejected').map(({ plan }) => plan));
  return decisions.filter(
    (decision) =>
      decision.plan === planId ||
      (decision.kind === 'approved' && !rejected.has(decision.plan) && !hasPassed(decision.until, now)),
  );
};
