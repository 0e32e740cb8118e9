import type { Excepted, JournalEvent } from './event.ts';

/** What an approver decided on one plan, as the journal holds it. */
export type Decision = Extract<JournalEvent, { readonly kind: 'approved' | 'rejected' }>;

/** An exception from the config that holds for every plan with this breach, until its last day (YYYY-MM-DD). */
export interface StandingException extends Excepted {
  /** Who granted it. */
  readonly owner: string;
  readonly reason: string;
  readonly until: string;
}

/** What excepts a breach: the approval of this plan, or a standing exception. */
export type Grant =
  | { readonly kind: 'approval'; readonly approval: Extract<Decision, { readonly kind: 'approved' }> }
  | { readonly kind: 'standing'; readonly exception: StandingException };

/** A breach that needs approval, and what excepts it; nothing does where `grant` is absent. */
export interface Breach extends Excepted {
  readonly grant?: Grant;
}

/** What would except breaches of a plan, but does not count (any more), and why. */
export interface Lapsed {
  readonly grant: Grant;
  readonly why: 'expired' | 'rejected' | 'other-plan' | 'plan-changed';
}

/** Which breaches of a CONDITIONAL plan are excepted by what. */
export interface Exceptions {
  /** Every reason of the plan that needs approval, each code and subject once, in the order of the reasons. */
  readonly breaches: readonly Breach[];
  readonly lapsed: readonly Lapsed[];
  /** Somebody said no to the plan: then nothing is excepted. */
  readonly rejection?: Extract<Decision, { readonly kind: 'rejected' }>;
}

/** Whether a plan is SAFE-BY-EXCEPTION: something needs approval, and all of it is excepted. */
export const isExcepted = (exceptions: Exceptions | undefined): boolean =>
  exceptions !== undefined &&
  exceptions.breaches.length > 0 &&
  exceptions.breaches.every(({ grant }) => grant !== undefined);

/** Whether two breaches are one. */
export const sameBreach = (a: Excepted, b: Excepted): boolean => a.code === b.code && a.subject === b.subject;

/** Each breach once, in the order in which they first come. */
export const eachOnce = (breaches: readonly Excepted[]): readonly Excepted[] =>
  breaches.filter((breach, index) => breaches.findIndex((other) => sameBreach(breach, other)) === index);
