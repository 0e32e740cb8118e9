// What the documents say of a plan whose breaches are excepted, in part or all, and of one that was rejected.
import { describe, expect, test, vi } from 'vitest';
import type { Decision, Exceptions } from '../../src/model/exceptions.ts';
import { documents } from '../../src/report/documents.ts';
import type { Meta } from '../../src/report/plan-document.ts';
import { summary } from '../../src/report/summary.ts';
import { meta, recommendation, withEscalation } from './example.ts';

vi.mock('../../src/report/compiled-templates.js', async (original) =>
  (await import('./example-words.ts')).withExampleWords(original as never),
);

const detail = { what: 'the total', text: '$5', other: '$6' };
const conditional = withEscalation(
  recommendation({
    issues: [
      { code: 'example', level: 'approve', detail, subject: 'Energy' },
      { code: 'example', level: 'approve', detail, subject: 'Cash' },
    ],
  }),
);
const hash = 'ab'.repeat(32);
const decided = { seq: 4, previous: hash, at: '2026-01-08T16:05:00-05:00', plan: meta.planId, by: 'Jane | Doe' };
const approval: Extract<Decision, { readonly kind: 'approved' }> = {
  kind: 'approved',
  ...decided,
  reason: 'agreed\n# SAFE',
  planSha256: hash,
  excepted: [],
  until: '2026-01-08T16:30:00-05:00',
};
const [cash, energy] = [
  { code: 'example', subject: 'Cash' },
  { code: 'example', subject: 'Energy' },
];
const grant = { kind: 'approval', approval } as const;
const standing = {
  kind: 'standing',
  exception: { ...cash, owner: 'Master-Architect', reason: 'a rebuilt index', until: '2026-03-31' },
} as const;

const whole: Exceptions = {
  breaches: [
    { ...cash, grant: standing },
    { ...energy, grant },
  ],
  lapsed: [],
};
const part: Exceptions = { breaches: [{ ...cash, grant: standing }, energy], lapsed: [{ grant, why: 'expired' }] };
const none: Exceptions = { breaches: [cash, energy], lapsed: [] };
const rejected: Exceptions = {
  breaches: [cash, energy],
  lapsed: [{ grant, why: 'rejected' }],
  rejection: { kind: 'rejected', ...decided, seq: 7, reason: 'Too much' },
};

const written = (exceptions: Exceptions | undefined, more: Partial<Meta> = {}): ReadonlyMap<string, string> =>
  documents(conditional, { ...meta, ...more, ...(exceptions === undefined ? {} : { exceptions }) });
const file = (name: string, exceptions: Exceptions | undefined): string => written(exceptions).get(name) ?? '';
const shown = (exceptions: Exceptions): string =>
  summary(conditional, { ...meta, exceptions }, 'plans/x', { width: 200, colour: false });
const section = (text: string, title: string): string =>
  text.split(/^(?=## )/mu).find((one) => one.startsWith(`## ${title}`)) ?? '';

describe('a plan of which everything is excepted', () => {
  test('says SAFE-BY-EXCEPTION and keeps its verdict, on every first line', () => {
    expect(file('report.md', whole)).toMatch(/^# CONDITIONAL, SAFE-BY-EXCEPTION: 4 orders to enter, 1 note\n/u);
    expect(file('execution_guide.md', whole)).toMatch(
      /^# Execution guide: CONDITIONAL, SAFE-BY-EXCEPTION, 4 orders\n/u,
    );
    expect(shown(whole)).toMatch(/^CONDITIONAL, SAFE-BY-EXCEPTION: 4 orders to enter, 1 note \(plan/u);
  });

  test('says who, why and until when', () => {
    const words = 'standing exception of Master-Architect, until 2026-03-31: a rebuilt index';
    for (const text of [file('report.md', whole), file('execution_guide.md', whole), shown(whole)])
      expect(text).toContain(words);
    expect(shown(whole)).toContain(
      'approval of Jane | Doe (event 4 of the journal), until 2026-01-08T16:30:00-05:00: agreed # SAFE',
    );
    expect(section(file('report.md', whole), 'Exceptions')).toContain('all 2 breaches are excepted');
  });

  test('no longer asks anybody to wait', () => {
    const all = [file('report.md', whole), file('execution_guide.md', whole), shown(whole)].join('\n');
    expect(all).not.toMatch(/before approval|wait for approval|Needs approval|Enter nothing/u);
    expect(all).toContain('## The orders\n');
  });

  test('cannot be taken for more by what the approver writes', () => {
    const text = file('report.md', whole);
    expect(text).not.toMatch(/^# SAFE/mu);
    const rows = section(text, 'Exceptions').match(/^\|.*\|$/gmu) ?? [];
    expect(new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length))).toEqual(new Set([7]));
  });
});

describe('a plan of which some is excepted', () => {
  test('still waits, and says how much is', () => {
    expect(file('report.md', part)).toMatch(/^# CONDITIONAL: do not enter anything before approval, 1 note\n/u);
    expect(file('report.md', part)).toContain('1 of 2 is excepted already.');
    expect(shown(part)).toContain('1 of 2 is excepted already.');
    expect(section(file('report.md', part), 'Exceptions')).toContain('1 of 2 breaches is excepted');
    expect(file('execution_guide.md', part)).toContain('wait for approval');
  });

  test('says what does not count, and why', () => {
    const words = /approval of Jane .* Doe \(event 4 of the journal\): it ended on 2026-01-08T16:30:00-05:00/u;
    expect(section(file('report.md', part), 'Exceptions')).toMatch(words);
    expect(shown(part)).toMatch(words);
  });

  test.each([
    ['other-plan', `it is for plan ${meta.planId}, not for this one`],
    ['plan-changed', 'plan.json is not what was approved any more'],
    ['rejected', 'the plan was rejected'],
  ] as const)('has words for %s', (why, words) => {
    expect(shown({ ...none, lapsed: [{ grant, why }] })).toContain(words);
  });
});

test('a plan that was rejected says so, and by whom; there is nothing to type', () => {
  const words = 'Jane \\| Doe rejected this plan on 2026-01-08T16:05:00-05:00 (event 7 of the journal): Too much';
  expect(file('report.md', rejected)).toMatch(/^# CONDITIONAL, rejected: do not enter anything, 1 note\n/u);
  expect(file('report.md', rejected)).toContain('## The orders that were judged: do not enter them');
  for (const name of ['report.md', 'execution_guide.md']) expect(file(name, rejected)).toContain(words);
  expect(file('execution_guide.md', rejected)).not.toContain('Price type');
  expect(shown(rejected)).toMatch(/^CONDITIONAL, rejected: do not enter anything/u);
  expect(shown(rejected)).toContain('Orders that were judged (do not enter them)');
});

test('where nothing excepts anything, every document is as if nobody had asked', () => {
  expect(written(none)).toEqual(written(undefined));
});

test('plan.json, the request and the dry run do not depend on what approvers answer or what is recorded', () => {
  const before = written(undefined);
  const after = written(whole, { journal: { seq: 12, digest: hash } });
  const apart = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
  expect(apart).toEqual(['report.md', 'execution_guide.md', 'report.html']);
});

test('a plan without orders is SAFE-BY-EXCEPTION too', () => {
  const idle = withEscalation(recommendation({ trades: [], issues: conditional.issues }));
  const all = documents(idle, { ...meta, exceptions: whole });
  expect(all.get('report.md')).toMatch(/^# CONDITIONAL, SAFE-BY-EXCEPTION: nothing to enter\n/u);
  expect(all.get('execution_guide.md')).toContain('What it leaves open is excepted:');
});

test('the report names the last event of the journal, where there is one', () => {
  const provenance = (more: Partial<Meta>): string =>
    section(written(undefined, more).get('report.md') ?? '', 'Where this comes from');
  expect(provenance({ journal: { seq: 12, digest: hash } })).toMatch(
    new RegExp(`\\| Journal +\\| event 12, SHA-256 ${hash}`, 'u'),
  );
  expect(provenance({})).not.toContain('Journal');
});
