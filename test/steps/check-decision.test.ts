// Who may say yes or no to which plan: every refusal with its own code and words.
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/model/exceptions.ts';
import { issueWords } from '../../src/report/issue-words.ts';
import { checkApproval, type ApprovalRequest } from '../../src/steps/3a-check-approval.ts';
import { checkRejection } from '../../src/steps/3a-check-rejection.ts';
import { limits } from '../account.ts';

const PLAN = 'b084ee411277';
const digest = (digit: string): string => digit.repeat(64);

const plan: ApprovalRequest['plan'] = {
  plan_id: PLAN,
  verdict: 'CONDITIONAL',
  reasons: [
    { code: 'sector_cap', severity: 'approve', subject: 'Technology' },
    { code: 'cash_minimum', severity: 'approve', subject: 'Cash' },
    { code: 'condition', severity: 'approve', subject: '' },
    { code: 'condition', severity: 'approve', subject: '' },
    { code: 'duplicate-ticker', severity: 'note', subject: 'NEM' },
  ],
  inputs: [
    { role: 'portfolio', path: 'Portfolio.md', sha256: digest('1') },
    { role: 'market', path: 'market.json', sha256: digest('2') },
    { role: 'config', path: 'config/constraints.json', sha256: digest('3') },
  ],
  config_sha256: digest('3'),
};

const all = [
  { code: 'sector_cap', subject: 'Technology' },
  { code: 'cash_minimum', subject: 'Cash' },
  { code: 'condition', subject: '' },
];

const request: ApprovalRequest = {
  plan,
  present: {
    contentId: PLAN,
    planSha256: digest('f'),
    inputs: plan.inputs.filter(({ role }) => role !== 'config'),
    configSha256: digest('3'),
  },
  by: 'Master-Architect',
  reason: 'Index is rebuilt next week',
  decisions: [],
  approvals: limits().approvals,
  now: '2026-01-08T16:00:00-05:00',
};

const decision = { seq: 4, previous: digest('0'), at: '2026-01-08T16:05:00-05:00', plan: PLAN, by: 'Jane Doe' };
const no: Decision = { ...decision, kind: 'rejected', reason: 'Too much' };
const yes: Decision = {
  ...decision,
  kind: 'approved',
  reason: 'Fine',
  planSha256: digest('f'),
  excepted: all,
  until: '2026-01-08T16:35:00-05:00',
};

const { approvals } = request;
const present = (change: Partial<ApprovalRequest['present']>) => ({ present: { ...request.present, ...change } });
const codes = (issues: readonly { readonly code: string }[]): readonly string[] => issues.map(({ code }) => code);

/** What stands against a decision of either kind. */
const REFUSALS: readonly (readonly [string, Partial<ApprovalRequest>, readonly string[]])[] = [
  ['somebody who is not listed', { by: 'Jane Doe' }, ['approver-not-listed']],
  ['nobody', { by: '' }, ['approver-not-listed']],
  ['the preparer', { by: 'Trader' }, ['approver-is-preparer']],
  ['the preparer, spelled otherwise', { by: ' trader ' }, ['approver-is-preparer']],
  [
    'the preparer, though listed',
    { by: 'Trader', approvals: { ...approvals, approvers: ['Trader', 'Master-Architect'] } },
    ['approver-is-preparer'],
  ],
  [
    'the preparer, who may, but is not listed',
    { by: 'Trader', approvals: { ...approvals, preparer_may_approve: true } },
    ['approver-not-listed'],
  ],
  ['no reason', { reason: ' ' }, ['decision-without-reason']],
  ['a plan that needs nobody', { plan: { ...plan, verdict: 'SAFE', reasons: [] } }, ['approval-not-needed']],
  [
    'a plan that nobody can approve',
    {
      plan: {
        ...plan,
        verdict: 'BLOCKED',
        reasons: [{ code: 'restrictions', severity: 'block', subject: 'NEM' }, ...plan.reasons],
      },
    },
    ['approval-impossible'],
  ],
  ['another plan.json', present({ contentId: 'aaaaaaaaaaaa' }), ['void-plan-changed']],
  ['a plan.json that is none', present({ contentId: '' }), ['void-plan-changed']],
  [
    'another portfolio',
    present({ inputs: [{ role: 'portfolio', path: 'Portfolio.md', sha256: digest('9') }, plan.inputs[1]!] }),
    ['void-input-changed'],
  ],
  ['a market file that is gone', present({ inputs: [plan.inputs[0]!] }), ['void-input-changed']],
  ['no input at all', present({ inputs: [] }), ['void-input-changed', 'void-input-changed']],
  ['other limits', present({ configSha256: digest('8') }), ['void-config-changed']],
  ['a plan that was rejected', { decisions: [yes, no] }, ['rejected-already']],
  ['a plan that was rejected, and then approved all the same', { decisions: [no, yes] }, ['rejected-already']],
];

describe('a decision is refused', () => {
  test.each(REFUSALS)('%s', (_, change, expected) => {
    const approval = checkApproval({ ...request, ...change });
    const rejection = checkRejection({ ...request, ...change });
    expect(approval.value).toBeUndefined();
    expect(rejection.value).toBeUndefined();
    expect(codes(approval.issues)).toEqual(expected);
    expect(codes(rejection.issues)).toEqual(expected);
  });

  test('for every reason at once', () => {
    const everything = { ...request, ...present({ contentId: '', inputs: [], configSha256: '' }), by: 'x', reason: '' };
    expect(codes(checkApproval({ ...everything, until: request.now }).issues)).toEqual([
      'approver-not-listed',
      'decision-without-reason',
      'void-plan-changed',
      'void-input-changed',
      'void-input-changed',
      'void-config-changed',
      'until-not-after-now',
    ]);
  });

  test('in words of its own, which name what the person must know', () => {
    const told = (change: Partial<ApprovalRequest>): string =>
      checkApproval({ ...request, ...change })
        .issues.map(issueWords)
        .map(({ is, should, do: advice }) => [is, should, advice].join(' | '))
        .join('\n');
    const texts = REFUSALS.map(([name, change]) => [name, told(change)] as const);
    for (const [name, text] of texts) expect(text, name).toMatch(/^\S.+ \| \S.+ \| \S.+/u);
    const about = new Map(texts);
    expect(about.get('somebody who is not listed')).toContain('“Jane Doe”');
    expect(about.get('somebody who is not listed')).toContain('one of: Master-Architect');
    expect(about.get('a plan that nobody can approve')).toContain('BLOCKED by restrictions (NEM)');
    expect(about.get('another portfolio')).toContain('Portfolio.md was changed');
    expect(about.get('a market file that is gone')).toContain('market.json is gone');
    expect(about.get('a plan that was rejected')).toContain(
      'rejected by Jane Doe on 2026-01-08T16:05:00-05:00: Too much',
    );
  });
});

describe('an approval', () => {
  test('excepts everything that needs approval, for as long as the answer may take', () => {
    expect(checkApproval(request)).toEqual({
      value: {
        kind: 'approved',
        plan: PLAN,
        planSha256: digest('f'),
        by: 'Master-Architect',
        reason: 'Index is rebuilt next week',
        excepted: all,
        until: '2026-01-08T16:30:00-05:00',
      },
      issues: [],
    });
  });

  test('may name breaches; none named is all of them, one named twice is one', () => {
    const named = (excepted: readonly { readonly code: string; readonly subject: string }[]) =>
      checkApproval({ ...request, excepted }).value?.excepted;
    expect(named([])).toEqual(all);
    expect(named([all[1]!, all[1]!])).toEqual([all[1]]);
  });

  test.each([
    ['misspelt', { code: 'sector_cap', subject: 'Tecnology' }, 'did you mean “sector_cap Technology”?'],
    [
      'of another subject',
      { code: 'sector_cap', subject: 'Energy' },
      'sector_cap Technology; cash_minimum Cash; condition',
    ],
    ['that only informs', { code: 'duplicate-ticker', subject: 'NEM' }, '“duplicate-ticker NEM”'],
  ])('names no breach %s', (_, breach, words) => {
    const { value, issues } = checkApproval({ ...request, excepted: [all[0]!, breach] });
    expect(value).toBeUndefined();
    expect(codes(issues)).toEqual(['breach-unknown']);
    expect(Object.values(issueWords(issues[0]!)).join(' ')).toContain(words);
  });

  test.each([
    ['now', '2026-01-08T16:00:00-05:00', 'until-not-after-now'],
    ['now, as it is written elsewhere', '2026-01-09T02:30:00+05:30', 'until-not-after-now'],
    ['earlier, though it reads later', '2026-01-08T21:59:59+01:00', 'until-not-after-now'],
    ['a day', '2026-01-09', 'until-unreadable'],
    ['a day that does not exist', '2026-02-30T10:00:00Z', 'until-unreadable'],
    ['a word', 'tomorrow', 'until-unreadable'],
  ])('does not end %s', (_, until, code) => {
    expect(codes(checkApproval({ ...request, until }).issues)).toEqual([code]);
  });

  test.each([
    ['a second from now', '2026-01-08T16:00:01-05:00'],
    ['later, though it reads earlier', '2026-01-08T13:00:01-08:00'],
  ])('may end %s', (_, until) => {
    expect(checkApproval({ ...request, until }).value?.until).toBe(until);
  });

  test('may follow another: it is renewed', () => {
    expect(checkApproval({ ...request, decisions: [yes] }).issues).toEqual([]);
  });

  test('bears the name as the config writes it, and the reason without spaces around it', () => {
    const { value } = checkApproval({ ...request, by: ' master-architect', reason: ' why \n' });
    expect([value?.by, value?.reason]).toEqual(['Master-Architect', 'why']);
  });

  test('of the preparer counts where the config lets him', () => {
    const own = { ...approvals, approvers: ['Trader'], preparer_may_approve: true };
    expect(checkApproval({ ...request, by: 'Trader', approvals: own }).value?.by).toBe('Trader');
  });

  test('is not refused for the file of limits where the limits are the same', () => {
    const elsewhere = plan.inputs.map((input) => (input.role === 'config' ? { ...input, path: 'other.json' } : input));
    expect(checkApproval({ ...request, plan: { ...plan, inputs: elsewhere } }).issues).toEqual([]);
  });
});

test('a rejection says who and why, and withdraws an approval', () => {
  expect(checkRejection({ ...request, decisions: [yes] })).toEqual({
    value: { kind: 'rejected', plan: PLAN, by: 'Master-Architect', reason: 'Index is rebuilt next week' },
    issues: [],
  });
});

test('what was decided on another plan does not stand in the way', () => {
  expect(checkApproval({ ...request, decisions: [{ ...no, plan: 'cccccccccccc' }] }).issues).toEqual([]);
});
