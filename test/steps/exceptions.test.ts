// Which breaches of a CONDITIONAL plan are excepted by what, and what does not count.
import { describe, expect, test } from 'vitest';
import { isExcepted, type Decision } from '../../src/model/exceptions.ts';
import { exceptionsOf, type ToExcept } from '../../src/steps/3a-exceptions.ts';
import { relevantDecisions } from '../../src/steps/3a-relevant-decisions.ts';

const PLAN = 'b084ee411277';
const OTHER = 'cccccccccccc';
const digest = (digit: string): string => digit.repeat(64);
const cap = { code: 'sector_cap', subject: 'Technology' };
const cash = { code: 'cash_minimum', subject: 'Cash' };

type Approval = Extract<Decision, { readonly kind: 'approved' }>;
const approval = (change: Partial<Approval> = {}): Approval => ({
  kind: 'approved',
  seq: 4,
  previous: digest('0'),
  at: '2026-01-08T16:05:00-05:00',
  plan: PLAN,
  planSha256: digest('f'),
  by: 'Master-Architect',
  reason: 'Fine',
  excepted: [cap, cash],
  until: '2026-01-08T16:30:00-05:00',
  ...change,
});
const rejection: Decision = {
  kind: 'rejected',
  seq: 7,
  previous: digest('0'),
  at: '2026-01-08T16:10:00-05:00',
  plan: PLAN,
  by: 'Master-Architect',
  reason: 'Too much',
};
const standing = { ...cap, owner: 'Jane Doe', reason: 'Overweight', until: '2026-03-31' };

const plan: ToExcept = {
  planId: PLAN,
  planSha256: digest('f'),
  breaches: [cap, cash],
  decisions: [],
  standing: [],
  now: '2026-01-08T16:00:00-05:00',
};

/** Each breach with the number of its approval, or the owner of its standing exception; and what lapsed, and why. */
const told = (change: Partial<ToExcept>) => {
  const exceptions = exceptionsOf({ ...plan, ...change });
  return {
    excepted: isExcepted(exceptions),
    by: exceptions.breaches.map(({ grant }) =>
      grant === undefined ? '-' : grant.kind === 'approval' ? grant.approval.seq : grant.exception.owner,
    ),
    lapsed: exceptions.lapsed.map(({ grant, why }) =>
      grant.kind === 'approval' ? `${grant.approval.seq} ${why}` : `${grant.exception.owner} ${why}`,
    ),
  };
};

describe('an exception', () => {
  test.each([
    ['nothing excepts anything', {}, { excepted: false, by: ['-', '-'], lapsed: [] }],
    ['an approval of everything', { decisions: [approval()] }, { excepted: true, by: [4, 4], lapsed: [] }],
    [
      'an approval of one',
      { decisions: [approval({ excepted: [cash] })] },
      { excepted: false, by: ['-', 4], lapsed: [] },
    ],
    ['a standing exception', { standing: [standing] }, { excepted: false, by: ['Jane Doe', '-'], lapsed: [] }],
    [
      'both together',
      { standing: [standing], decisions: [approval({ excepted: [cash] })] },
      { excepted: true, by: ['Jane Doe', 4], lapsed: [] },
    ],
    [
      'the approval of this plan before the standing exception',
      { standing: [standing], decisions: [approval()] },
      { excepted: true, by: [4, 4], lapsed: [] },
    ],
    [
      'the newest approval before older ones',
      { decisions: [approval(), approval({ seq: 9, excepted: [cap] })] },
      { excepted: true, by: [9, 4], lapsed: [] },
    ],
    [
      'a standing exception of another subject',
      { standing: [{ ...standing, subject: 'Energy' }] },
      { excepted: false, by: ['-', '-'], lapsed: [] },
    ],
    [
      'a standing exception of another limit',
      { standing: [{ ...standing, code: 'sector_increase' }] },
      { excepted: false, by: ['-', '-'], lapsed: [] },
    ],
  ])('%s', (_, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  test('of nothing is no exception: a plan without breaches is not SAFE-BY-EXCEPTION', () => {
    expect(isExcepted(exceptionsOf({ ...plan, breaches: [], decisions: [approval()] }))).toBe(false);
    expect(isExcepted(undefined)).toBe(false);
  });

  test('names each breach once, in the order of the reasons', () => {
    expect(exceptionsOf({ ...plan, breaches: [cash, cap, cash] }).breaches).toEqual([cash, cap]);
  });
});

describe('an approval counts up to and including its last moment', () => {
  test.each([
    ['the moment itself', '2026-01-08T16:30:00-05:00', true],
    ['the moment itself, as it is written elsewhere', '2026-01-09T03:00:00+05:30', true],
    ['a second later', '2026-01-08T16:30:01-05:00', false],
    ['earlier, though it reads later', '2026-01-08T22:29:59+01:00', true],
    ['later, though it reads earlier', '2026-01-08T13:30:01-08:00', false],
    ['before it was given: the stated time is that of the plan', '2026-01-08T16:00:00-05:00', true],
  ])('%s', (_, now, counts) => {
    const expected = counts ? { by: [4, 4], lapsed: [] } : { by: ['-', '-'], lapsed: ['4 expired'] };
    expect(told({ now, decisions: [approval()] })).toMatchObject(expected);
  });
});

describe('a standing exception counts on its last day, the day of the stated time as it is written there', () => {
  test.each([
    ['the last minute', '2026-03-31T23:59:59-05:00', true],
    ['the next day', '2026-04-01T00:00:00-05:00', false],
    ['still that day there, though the next in London', '2026-03-31T22:00:00-08:00', true],
    ['the next day there, though that day in London', '2026-04-01T01:00:00+09:00', false],
  ])('%s', (_, now, counts) => {
    const expected = counts ? { by: ['Jane Doe', '-'], lapsed: [] } : { by: ['-', '-'], lapsed: ['Jane Doe expired'] };
    expect(told({ now, standing: [standing] })).toMatchObject(expected);
  });
});

describe('what does not count', () => {
  test.each([
    ['an approval of another plan', { decisions: [approval({ plan: OTHER })] }, ['4 other-plan']],
    ['an approval of other bytes', { decisions: [approval({ planSha256: digest('e') })] }, ['4 plan-changed']],
    ['an approval before a rejection', { decisions: [approval(), rejection] }, ['4 rejected']],
    ['an approval after a rejection', { decisions: [rejection, approval({ seq: 8 })] }, ['8 rejected']],
    [
      'a standing exception of a rejected plan',
      { decisions: [rejection], standing: [standing] },
      ['Jane Doe rejected'],
    ],
    ['what never bore on this plan', { decisions: [approval({ excepted: [] })], standing: [] }, []],
  ])('%s', (_, change, lapsed) => {
    expect(told(change)).toEqual({ excepted: false, by: ['-', '-'], lapsed });
  });

  test('a rejection is told, that of another plan is not', () => {
    expect(exceptionsOf({ ...plan, decisions: [rejection] }).rejection).toEqual(rejection);
    const other = { ...rejection, plan: OTHER };
    expect(exceptionsOf({ ...plan, decisions: [other, approval()] })).not.toHaveProperty('rejection');
    expect(told({ decisions: [other, approval()] }).excepted).toBe(true);
  });

  test('an approval that ran out leaves the renewed one in force', () => {
    const old = approval({ until: '2026-01-08T15:59:59-05:00' });
    expect(told({ decisions: [old, approval({ seq: 9 })] })).toEqual({
      excepted: true,
      by: [9, 9],
      lapsed: ['4 expired'],
    });
  });
});

describe('the decisions that bear on a plan', () => {
  const kept = (decisions: readonly Decision[]) => relevantDecisions(PLAN, decisions, plan.now).map(({ seq }) => seq);
  const past = '2026-01-08T15:59:59-05:00';

  test.each([
    ['all of its own', [approval({ until: past }), rejection], [4, 7]],
    ['approvals of others that still run', [approval({ plan: OTHER })], [4]],
    ['no approvals of others that have ended', [approval({ plan: OTHER, until: past })], []],
    ['no rejected ones of others', [approval({ plan: OTHER }), { ...rejection, plan: OTHER }], []],
  ])('are %s', (_, decisions, expected) => {
    expect(kept(decisions)).toEqual(expected);
  });

  test('are the same when they are looked for among themselves', () => {
    const decisions = [approval({ plan: OTHER }), approval(), { ...rejection, plan: OTHER }, rejection];
    const once = relevantDecisions(PLAN, decisions, plan.now);
    expect(relevantDecisions(PLAN, once, plan.now)).toEqual(once);
  });
});
