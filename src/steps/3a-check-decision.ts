import type { Decision } from '../model/exceptions.ts';
import type { Issue } from '../model/issue.ts';
import { samePerson } from '../model/person.ts';
import type { Verdict } from '../model/verdict.ts';
import type { ApprovalSettings } from '../validate/settings.ts';

/** What is read of a plan.json to decide on the plan, under the names that the file has. */
export interface DecidablePlan {
  readonly plan_id: string;
  readonly verdict: Verdict;
  readonly reasons: readonly {
    readonly code: string;
    readonly severity: 'block' | 'approve' | 'note';
    readonly subject: string;
  }[];
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly config_sha256: string;
}

/** The files of a plan as they are at present; digests are SHA-256 in hex. */
export interface Present {
  /** The id that the content of plan.json gives. */
  readonly contentId: string;
  /** The digest of plan.json. */
  readonly planSha256: string;
  /** The digest of each input of the plan; of a portfolio that of its body. One that is gone is not here. */
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly configSha256: string;
}

/** Somebody wants to say yes or no to a plan. */
export interface DecisionRequest {
  readonly plan: DecidablePlan;
  readonly present: Present;
  readonly by: string;
  readonly reason: string;
  /** What the journal holds of earlier decisions. */
  readonly decisions: readonly Decision[];
  readonly approvals: ApprovalSettings;
}

const refusal = (code: string, detail: Issue['detail']): Issue => ({ code, level: 'unusable', detail });

/** The approver's name as the config writes it; undefined for somebody who is not listed. */
export const approverOf = ({ by, approvals }: Pick<DecisionRequest, 'by' | 'approvals'>): string | undefined =>
  approvals.approvers.find((name) => samePerson(name, by));

/** Four eyes: who prepares the plans does not decide on them, unless the config says so. */
const whoIssues = ({ by, approvals }: DecisionRequest): readonly Issue[] => {
  const { approvers, preparer, preparer_may_approve } = approvals;
  if (samePerson(by, preparer) && !preparer_may_approve) return [refusal('approver-is-preparer', { by, approvers })];
  return approverOf({ by, approvals }) === undefined ? [refusal('approver-not-listed', { by, approvers })] : [];
};

const verdictIssues = ({ plan_id, verdict, reasons }: DecidablePlan): readonly Issue[] => {
  if (verdict === 'SAFE') return [refusal('approval-not-needed', { plan: plan_id })];
  if (verdict === 'CONDITIONAL') return [];
  const blocking = reasons.filter(({ severity }) => severity === 'block');
  const named = blocking.map(({ code, subject }) => (subject === '' ? code : `${code} (${subject})`));
  return [refusal('approval-impossible', { plan: plan_id, blocking: [...new Set(named)] })];
};

/** An answer is about what was shown: any change of plan, inputs or limits since then voids it. */
const voidIssues = ({ plan, present }: DecisionRequest): readonly Issue[] => [
  ...(present.contentId === plan.plan_id ? [] : [refusal('void-plan-changed', { plan: plan.plan_id })]),
  ...plan.inputs
    .filter(({ role }) => role !== 'config') // the limits in force are compared as such
    .flatMap(({ role, path, sha256 }): readonly Issue[] => {
      const now = present.inputs.find((input) => input.role === role && input.path === path);
      if (now?.sha256 === sha256) return [];
      return [refusal('void-input-changed', { plan: plan.plan_id, path, gone: now === undefined })];
    }),
  ...(present.configSha256 === plan.config_sha256 ? [] : [refusal('void-config-changed', { plan: plan.plan_id })]),
];

/** A no is final: whoever wants another answer makes another plan. */
const rejectedAlready = ({ plan, decisions }: DecisionRequest): readonly Issue[] => {
  const no = decisions.find(({ kind, plan: id }) => kind === 'rejected' && id === plan.plan_id);
  if (no === undefined) return [];
  return [refusal('rejected-already', { plan: plan.plan_id, by: no.by, at: no.at, reason: no.reason })];
};

/** Why nobody, or not this person, may approve or reject this plan; nothing where it may be done. */
export const decisionIssues = (request: DecisionRequest): readonly Issue[] => [
  ...whoIssues(request),
  ...(request.reason.trim() === '' ? [refusal('decision-without-reason', { by: request.by })] : []),
  ...verdictIssues(request.plan),
  ...voidIssues(request),
  ...rejectedAlready(request),
];
