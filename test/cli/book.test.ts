// What approvers decided reaches the reports and the record of a plan, and changes neither its name nor its verdict.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMPTY_BOOK, type Book } from '../../src/cli/book.ts';
import { contentId } from '../../src/cli/content-id.ts';
import { sha256 } from '../../src/cli/digest.ts';
import { gather } from '../../src/cli/gather.ts';
import { publish, type Published } from '../../src/cli/publish.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { isExcepted, type Decision } from '../../src/model/exceptions.ts';
import { wayOut } from '../../src/cli/way-out.ts';
import { rebalance } from '../../src/steps/rebalance.ts';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const scenarios = path.join(import.meta.dirname, '../../fixtures/scenarios');
const hash = 'ab'.repeat(32);

/** Publishes the plan of a scenario with what a book says of it. */
const published = async (copy: string, book: Book): Promise<Published> => {
  const shell: Shell = {
    out: () => undefined,
    err: () => undefined,
    readStdin: () => Promise.resolve(Buffer.of()),
    clock: () => new Date(NOW),
    cwd: copy,
    width: 100,
    watched: false,
    ascii: false,
    colour: { out: false, err: false },
  };
  const gathered = await gather(shell, 'Portfolio.md', [], { now: NOW });
  const asked = rebalance(gathered.request, gathered.issues);
  if ('kind' in asked) throw new Error('The scenario has no plan.');
  const { plan: outcome } = await wayOut(asked, gathered.request, gathered.issues, undefined);
  const made = publish(outcome, gathered, book, { folder: path.join(copy, 'plans'), cwd: copy });
  await made.written;
  return made;
};

const approvalOf = ({ meta, files }: Published): Extract<Decision, { readonly kind: 'approved' }> => ({
  kind: 'approved',
  seq: 3,
  previous: hash,
  at: '2026-01-08T16:05:00-05:00',
  plan: meta.planId,
  planSha256: sha256(files.get('plan.json') ?? ''),
  by: 'Master-Architect',
  reason: 'The index is rebuilt next week',
  excepted: [{ code: 'sector_cap', subject: 'Technology' }],
  until: '2026-01-08T16:35:00-05:00',
});

const inScenario = <T>(name: string, use: (copy: string, before: Published) => Promise<T>): Promise<T> =>
  inCopyOf(path.join(scenarios, name), async (copy) => use(copy, await published(copy, EMPTY_BOOK)));

const apart = (a: Published, b: Published): readonly string[] =>
  [...a.files.keys()].filter((name) => a.files.get(name) !== b.files.get(name));

describe('the book', () => {
  it('makes a CONDITIONAL plan SAFE-BY-EXCEPTION, under its own name, and the plan is made again as such', async () => {
    await inScenario('sector-to-45-percent', async (copy, before) => {
      const after = await published(copy, {
        head: { seq: 3, digest: hash },
        decisions: [approvalOf(before)],
        found: [],
      });
      expect(isExcepted(after.meta.exceptions)).toBe(true);
      expect(after.meta.planId).toBe(before.meta.planId);
      expect(apart(before, after)).toEqual(['report.md', 'execution_guide.md', 'report.html', 'inputs.json']);
      expect(after.files.get('report.md')).toContain(`event 3, SHA-256 ${hash}`);
      expect(await runPo(['replay', after.meta.planId], copy)).toMatchObject({ exit: 0, err: '' });
    });
  });

  it('lets no approval through that was changed in the record', async () => {
    await inScenario('sector-to-45-percent', async (copy, before) => {
      const approval = { ...approvalOf(before), planSha256: hash };
      const after = await published(copy, { decisions: [approval], found: [] });
      expect(after.meta.exceptions?.lapsed).toMatchObject([{ why: 'plan-changed' }]);
    });
  });

  it('is recorded only as far as it bears on the plan', async () => {
    await inScenario('sector-to-45-percent', async (copy, before) => {
      const old = { ...approvalOf(before), plan: 'cccccccccccc', until: '2026-01-08T15:00:00-05:00' };
      const after = await published(copy, { decisions: [old], found: [] });
      expect(apart(before, after)).toEqual([]);
    });
  });

  it.each(['the-founding-test-case', 'contradictory-directives'])(
    'changes nothing in %s, which asks nobody',
    async (name) => {
      await inScenario(name, async (copy, before) => {
        const after = await published(copy, { decisions: [approvalOf(before)], found: [] });
        expect(after.meta.exceptions).toBeUndefined();
        expect(apart(before, after)).toEqual([]);
      });
    },
  );
});

describe('the id that the content of plan.json gives', () => {
  const textOf = (name: string): string => readFileSync(path.join(scenarios, name, 'expected/plan.json'), 'utf8');
  const stated = (text: string): string => /"plan_id": "(\w+)"/u.exec(text)?.[1] ?? '';

  it.each(['the-founding-test-case', 'sector-to-45-percent', 'contradictory-directives', 'hostile-text'])(
    'is the one that it states: %s',
    (name) => {
      expect(contentId(textOf(name))).toBe(stated(textOf(name)));
    },
  );

  const conditional = textOf('sector-to-45-percent');
  const id = stated(conditional);

  it.each([
    ['a digit', conditional.replace('"shares": 58', '"shares": 59')],
    ['the verdict', conditional.replace('"verdict": "CONDITIONAL"', '"verdict": "SAFE"')],
    ['the layout', conditional.replace('\n  "now"', '\n "now"')],
    ['a key given twice', conditional.replace('\n  "now"', '\n  "verdict": "SAFE",\n  "now"')],
    ['an empty line', `${conditional}\n`],
    ['the id', conditional.replace(id, 'aaaaaaaaaaaa')],
    ['the id everywhere', conditional.replaceAll(id, 'aaaaaaaaaaaa')],
    ['the id in the middle of a word', conditional.replace('"CONDITIONAL"', `"CONDI${id}TIONAL"`)],
    [
      'the id further down in the dry run',
      conditional.replace(`Dry run of plan ${id}`, 'Dry run of plan ').replace('A block', `A ${id}block`),
    ],
    ['no JSON', '{'],
    ['no plan', '[]\n'],
    ['an empty file', ''],
  ])('is another after a change: %s', (_, text) => {
    expect(text).not.toBe(conditional);
    expect(contentId(text)).not.toBe(stated(text) === '' ? id : stated(text));
  });
});
