import type { Excepted, Happening } from '../model/event.ts';
import { eachOnce, sameBreach } from '../model/exceptions.ts';
import { instantOf, minutesLater } from '../model/instant.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import { nearestName } from '../model/nearest-name.ts';
import { approverOf, decisionIssues, type DecidablePlan, type DecisionRequest } from './3a-check-decision.ts';

/** Somebody wants to except breaches of a plan. */
export interface ApprovalRequest extends DecisionRequest {
  /** Which breaches; everything that needs approval where none is named. */
  readonly excepted?: readonly Excepted[];
  /** The last moment on which it holds (ISO with offset); absent: as many minutes from now as the config allows for an answer. */
  readonly until?: string;
  /** The stated time. */
  readonly now: string;
}

const breachesOf = ({ reasons }: DecidablePlan): readonly Excepted[] =>
  eachOnce(
    reasons.filter(({ severity }) => severity === 'approve').map(({ code, subject }): Excepted => ({ code, subject })),
  );

const nameOf = ({ code, subject }: Excepted): string => (subject === '' ? code : `${code} ${subject}`);

const unknownBreaches = (named: readonly Excepted[], known: readonly Excepted[]): readonly Issue[] =>
  named
    .filter((breach) => !known.some((one) => sameBreach(one, breach)))
    .map((breach) => {
      const names = known.map(nameOf);
      const meant = nearestName(nameOf(breach), names) ?? '';
      return { code: 'breach-unknown', level: 'unusable', detail: { named: nameOf(breach), known: names, meant } };
    });

/** An approval that has ended before it begins is a slip of the pen. */
const untilIssues = (until: string, now: string): readonly Issue[] => {
  const [end, start] = [instantOf(until), instantOf(now)];
  if (end === undefined) return [{ code: 'until-unreadable', level: 'unusable', detail: { given: until } }];
  if (start !== undefined && end > start) return [];
  return [{ code: 'until-not-after-now', level: 'unusable', detail: { until, now } }];
};

/**
 * Step 3A: whether somebody may except breaches of a plan, and what then goes into the journal. Every reason against it is an
 * issue of its own.
 */
export const checkApproval = (request: ApprovalRequest): Parsed<Extract<Happening, { readonly kind: 'approved' }>> => {
  const { plan, present, reason, now, approvals } = request;
  const known = breachesOf(plan);
  const named = request.excepted ?? [];
  const until = request.until ?? minutesLater(now, approvals.sla_minutes);
  const issues = [
    ...decisionIssues(request),
    ...(plan.verdict === 'CONDITIONAL' ? unknownBreaches(named, known) : []),
    ...untilIssues(until, now),
  ];
  const by = approverOf(request);
  if (issues.length > 0 || by === undefined) return { issues };
  return {
    value: {
      kind: 'approved',
      plan: plan.plan_id,
      planSha256: present.planSha256,
      by,
      reason: reason.trim(),
      excepted: named.length === 0 ? known : eachOnce(named),
      until,
    },
    issues,
  };
};
