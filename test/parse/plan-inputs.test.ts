// inputs.json: what is written is read again, exactly; anything else is refused.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanInputs } from '../../src/model/plan-inputs.ts';
import { readPlanInputs } from '../../src/parse/read-plan-inputs.ts';
import { inputsJson } from '../../src/report/inputs-json.ts';
import { runs } from '../properties/chance.ts';

const digest = 'ab'.repeat(32);
const decision = {
  seq: 4,
  previous: digest,
  at: '2026-01-08T16:05:00-05:00',
  plan: 'b084ee411277',
  by: 'A',
  reason: '',
};

const inputs: PlanInputs = {
  planId: 'b084ee411277',
  tool: { name: 'portfolio-orchestrator', version: '0.1.0' },
  workflow: 'rebalance',
  now: '2026-01-08T16:00:00-05:00',
  files: [
    { role: 'portfolio', path: 'Portfolio.md', text: '# Portfolio\n' },
    { role: 'market', path: 'market.json', text: '{}' },
    { role: 'stock', path: 'nvda.json', text: '{}' },
  ],
  config: { path: 'config/constraints.json', text: '{}' },
  configSha256: digest,
  journal: { seq: 12, digest },
  decisions: [
    {
      kind: 'approved',
      ...decision,
      planSha256: digest,
      excepted: [{ code: 'sector_cap', subject: 'Technology' }],
      until: '2026-01-08T16:30:00-05:00',
    },
    { kind: 'rejected', ...decision },
  ],
  found: [{ code: 'market-files-several', level: 'note', detail: { used: 'a', unused: 'b' } }],
};
const { config: _config, journal: _journal, ...withoutOptional } = inputs;

/** Any text that a file may hold: whole characters, those that nothing shows among them. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\ufeff', '\r\n', '\n', '\0', '\u2028', '\u200d', '\u202e', '"', '\\', '💰', 'é'),
  }),
);

describe('inputs.json', () => {
  it.each([
    ['everything', inputs],
    ['nothing that may be absent', { ...withoutOptional, decisions: [], found: [] }],
  ])('is read as it was written: %s', (_, all) => {
    expect(readPlanInputs(inputsJson(all), 'inputs.json')).toEqual({ value: all, issues: [] });
  });

  it('keeps every text exactly, and is itself written again byte for byte', () => {
    fc.assert(
      fc.property(texts, texts, (portfolio, config) => {
        const files = [{ role: 'portfolio', path: 'Portfolio.md', text: portfolio }] as const;
        const written = inputsJson({ ...inputs, files, config: { path: 'c.json', text: config } });
        const read = readPlanInputs(written, 'inputs.json').value;
        expect([read?.files[0]?.text, read?.config?.text]).toEqual([portfolio, config]);
        expect(read === undefined ? '' : inputsJson(read)).toBe(written);
      }),
      runs(500),
    );
  });

  const changed = (change: (document: Record<string, unknown>) => void): string => {
    const document = JSON.parse(inputsJson(inputs)) as Record<string, unknown>;
    change(document);
    return JSON.stringify(document);
  };

  it.each([
    ['no JSON', '{', 'no valid JSON'],
    ['an empty file', '', 'no valid JSON'],
    ['another schema', changed((document) => (document['schema'] = 'po.inputs/2')), 'schema: '],
    ['a key that nobody knows', changed((document) => (document['more'] = 1)), 'more'],
    ['a key that is missing', changed((document) => delete document['found']), 'found: '],
    [
      'a role that nobody knows',
      changed((document) => (document['files'] = [{ role: 'x', path: '', text: '' }])),
      'files.0.role: ',
    ],
    ['a time that is none', changed((document) => (document['now'] = '2026-02-30T16:00:00Z')), 'now: an ISO time'],
    ['a workflow that nobody knows', changed((document) => (document['workflow'] = 'sell')), 'workflow: '],
    [
      'a code without words',
      changed((document) => (document['found'] = [{ code: 'x', level: 'note', detail: {} }])),
      'found.0.code: ',
    ],
    ['half a head of the journal', changed((document) => (document['journal'] = { seq: 1 })), 'journal.digest: '],
    [
      'a decision of another kind',
      changed((document) => (document['decisions'] = [{ kind: 'filled' }])),
      'decisions.0.kind: ',
    ],
  ])('is refused: %s', (_, text, problem) => {
    const { value, issues } = readPlanInputs(text, 'plans/x/inputs.json');
    expect(value).toBeUndefined();
    expect(issues).toMatchObject([
      { code: 'inputs-unreadable', level: 'unusable', detail: { file: 'plans/x/inputs.json' } },
    ]);
    expect(String(issues[0]?.detail['problem'])).toContain(problem);
  });

  it('is refused where it is larger than any record', () => {
    const { issues } = readPlanInputs(' '.repeat(16 * 1024 * 1024 + 1), 'inputs.json');
    expect(issues).toMatchObject([{ code: 'inputs-unreadable', detail: { problem: '16777217 characters' } }]);
  });
});
