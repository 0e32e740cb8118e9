import type { Book } from '../journal/book.ts';
import type { Decision, Exceptions } from '../model/exceptions.ts';
import { exceptionsOf } from '../steps/3a-exceptions.ts';
import { relevantDecisions } from '../steps/3a-relevant-decisions.ts';
import { decidable } from './decidable.ts';
import type { OpenPlan } from './open-plan.ts';

/** What approvers decided, in the order of the journal. */
export const decisionsIn = ({ events }: Pick<Book, 'events'>): readonly Decision[] =>
  events.filter((event): event is Decision => event.kind === 'approved' || event.kind === 'rejected');

/** What excepts the breaches of a plan at a moment: approvals of the record, standing exceptions of its config. */
export const exceptionsOn = (plan: OpenPlan, book: Pick<Book, 'events'>, now: string): Exceptions | undefined => {
  if (plan.recommendation.verdict !== 'CONDITIONAL') return undefined;
  return exceptionsOf({
    planId: plan.id,
    planSha256: plan.sha256,
    breaches: decidable(plan).reasons.filter(({ severity }) => severity === 'approve'),
    decisions: relevantDecisions(plan.id, decisionsIn(book), now),
    standing: plan.config.config.approvals.standing,
    now,
  });
};
