import type { Exceptions, Grant, Lapsed } from '../model/exceptions.ts';
import { say } from './say.ts';

/** Who excepts something, until when, and why. */
export interface GrantView {
  /** The person's approval, or the standing exception of its owner. */
  readonly who: string;
  readonly until: string;
  readonly why: string;
}

/** What excepts a breach, as plain texts. */
export const grantView = (grant: Grant): GrantView => {
  if (grant.kind === 'standing') {
    const { owner, until, reason } = grant.exception;
    return { who: say('phrases/grant-standing', { by: owner }), until, why: reason };
  }
  const { by, seq, until, reason } = grant.approval;
  return { who: say('phrases/grant-approval', { by, event: seq }), until, why: reason };
};

/** The same in one phrase. */
export const grantWords = (grant: Grant): string => say('phrases/grant', { ...grantView(grant) });

/** What would except something, and why it does not count. */
export const lapsedWords = ({ grant, why }: Lapsed): string => {
  const { who, until } = grantView(grant);
  const plan = grant.kind === 'approval' ? grant.approval.plan : '';
  const subject = grant.kind === 'standing' ? `${grant.exception.code} ${grant.exception.subject}` : '';
  return say('phrases/grant-lapsed', { who, until, plan, subject, [why]: true });
};

/** Who said no to the plan; empty where nobody did. */
export const rejectionWords = ({ rejection }: Exceptions): string => {
  if (rejection === undefined) return '';
  const { by, at, seq, reason } = rejection;
  return say('phrases/plan-rejected', { by, at, event: seq, reason });
};
