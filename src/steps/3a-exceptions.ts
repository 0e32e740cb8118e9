import type { Excepted } from '../model/event.ts';
import {
  eachOnce,
  sameBreach,
  type Decision,
  type Exceptions,
  type Grant,
  type Lapsed,
  type StandingException,
} from '../model/exceptions.ts';
import { hasPassed } from '../model/instant.ts';

/** A plan that needs approval, and everything that might except it. */
export interface ToExcept {
  readonly planId: string;
  /** SHA-256 (hex) of its plan.json. */
  readonly planSha256: string;
  /** Its reasons that need approval. */
  readonly breaches: readonly Excepted[];
  /** What was decided that bears on it, in the order of the journal. */
  readonly decisions: readonly Decision[];
  readonly standing: readonly StandingException[];
  /** The stated time. */
  readonly now: string;
}

type Approval = Extract<Decision, { readonly kind: 'approved' }>;

/** An approval counts up to and including the moment that it names. */
const whyApprovalLapsed = (approval: Approval, plan: ToExcept, isRejected: boolean): Lapsed['why'] | undefined => {
  if (approval.plan !== plan.planId) return 'other-plan';
  if (isRejected) return 'rejected';
  if (approval.planSha256 !== plan.planSha256) return 'plan-changed';
  return hasPassed(approval.until, plan.now) ? 'expired' : undefined;
};

/** A standing exception holds on its last day too: the day of the stated time, as it is written there. */
const whyStandingLapsed = (
  { until }: StandingException,
  { now }: ToExcept,
  isRejected: boolean,
): Lapsed['why'] | undefined => {
  if (isRejected) return 'rejected';
  return until < now.slice(0, 10) ? 'expired' : undefined;
};

const covers = (grant: Grant, breach: Excepted): boolean =>
  grant.kind === 'approval'
    ? grant.approval.excepted.some((one) => sameBreach(one, breach))
    : sameBreach(grant.exception, breach);

/** The newest approval first: it is the one that a person has in mind; standing exceptions after all approvals. */
const grantsFor = ({ breaches, decisions, standing }: ToExcept): readonly Grant[] => {
  const approvals = decisions.filter((decision) => decision.kind === 'approved').reverse();
  const grants: readonly Grant[] = [
    ...approvals.map((approval): Grant => ({ kind: 'approval', approval })),
    ...standing.map((exception): Grant => ({ kind: 'standing', exception })),
  ];
  return grants.filter((grant) => breaches.some((breach) => covers(grant, breach)));
};

/**
 * Step 3A, after the answer: which breaches of a CONDITIONAL plan are excepted by what, and what no longer counts. A rejection
 * is final: after it nothing of the plan is excepted. The verdict does not change, and a BLOCKED plan is never asked about.
 */
export const exceptionsOf = (plan: ToExcept): Exceptions => {
  const rejection = plan.decisions.find((decision) => decision.kind === 'rejected' && decision.plan === plan.planId);
  const judged = grantsFor(plan).map((grant) => ({
    grant,
    why:
      grant.kind === 'approval'
        ? whyApprovalLapsed(grant.approval, plan, rejection !== undefined)
        : whyStandingLapsed(grant.exception, plan, rejection !== undefined),
  }));
  const lapsed = judged.flatMap(({ grant, why }): readonly Lapsed[] => (why === undefined ? [] : [{ grant, why }]));
  const holding = judged.filter(({ why }) => why === undefined);
  return {
    breaches: eachOnce(plan.breaches).map((breach) => {
      const grant = holding.find((one) => covers(one.grant, breach))?.grant;
      return { code: breach.code, subject: breach.subject, ...(grant === undefined ? {} : { grant }) };
    }),
    lapsed,
    ...(rejection?.kind === 'rejected' ? { rejection } : {}),
  };
};
