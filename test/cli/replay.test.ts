// A plan is made again from its record: byte for byte, or the first difference is named.
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withAnchor } from '../../src/model/anchor.ts';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures');
const examples = path.join(import.meta.dirname, '../../examples');
const hash = 'ab'.repeat(32);

const stories = ['scenarios', 'stocks'].flatMap((kind) =>
  readdirSync(path.join(fixtures, kind)).map((name) => path.join(fixtures, kind, name)),
);

/** Runs a story as its case says; the names of the plans that it made. */
const plansOf = async (story: string, copy: string): Promise<readonly string[]> => {
  const { args } = JSON.parse(readFileSync(path.join(story, 'case.json'), 'utf8')) as { readonly args: string[] };
  await runPo([...args, '--quiet', '--now', NOW], copy);
  return readdirSync(path.join(copy, 'plans'));
};

/** Hands a plan of the example, just made, to a test. */
const withPlan = <T>(use: (copy: string, id: string, folder: string) => Promise<T>): Promise<T> =>
  inCopyOf(examples, async (copy) => {
    await runPo(['rebalance', 'Portfolio.md', '--quiet', '--now', NOW], copy);
    const [id = ''] = readdirSync(path.join(copy, 'plans'));
    return use(copy, id, path.join(copy, 'plans', id));
  });

const headings = (err: string): readonly string[] =>
  [...err.matchAll(/^(?:\S+ )?(?:error|note) [a-z-]+$/gmu)].map(([heading]) => heading);

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

describe('po replay', () => {
  it('makes a plan of the fewest orders again that was asked for with the command', async () => {
    await inCopyOf(examples, async (copy) => {
      const planned = async (...more: readonly string[]) => {
        const ran = await runPo(['rebalance', 'Portfolio.md', '--json', '--now', NOW, ...more], copy);
        return JSON.parse(ran.out) as { readonly plan_id: string; readonly objective?: string; trades: unknown[] };
      };
      const [seed, fewest] = [await planned(), await planned('--fewest-orders')];
      expect([seed.objective, fewest.objective]).toEqual([undefined, 'fewest_orders']);
      expect([seed.trades.length, fewest.trades.length]).toEqual([9, 4]);
      const ran = await runPo(['replay', fewest.plan_id], copy);
      expect([ran.exit, ran.err]).toEqual([0, '']);
      const record = path.join(copy, 'plans', fewest.plan_id, 'inputs.json');
      edit(record, (text) => text.replace(/ *"objective": "fewest_orders",\n/u, ''));
      expect((await runPo(['replay', fewest.plan_id], copy)).exit).not.toBe(0);
    });
  });

  it.each(stories)('makes every plan of %s again', async (story) => {
    await inCopyOf(story, async (copy) => {
      for (const id of await plansOf(story, copy)) {
        const files = readdirSync(path.join(copy, 'plans', id)).length;
        const ran = await runPo(['replay', id], copy);
        expect([ran.exit, ran.err]).toEqual([0, '']);
        expect(ran.out).toBe(`${files} files identical: plan ${id} is what po 0.1.0 makes of its inputs.\n`);
      }
    });
  });

  it('needs nothing but the folder of the plan, says the same twice, and writes nothing', async () => {
    await withPlan(async (copy, id, folder) => {
      const away = path.join(copy, 'away');
      cpSync(folder, path.join(away, 'renamed'), { recursive: true });
      for (const name of ['Portfolio.md', 'plans']) rmSync(path.join(copy, name), { recursive: true });
      const first = await runPo(['replay', 'renamed'], away);
      expect([first.exit, first.err]).toEqual([0, '']);
      expect(await runPo(['replay', './renamed/'], away)).toEqual(first);
      expect(await runPo(['replay', '.'], path.join(away, 'renamed'))).toEqual(first);
      expect(first.out).toContain(id);
      expect(readdirSync(away)).toEqual(['renamed']);
    });
  });

  it('makes a plan again that was made twice', async () => {
    await withPlan(async (copy, id) => {
      await runPo(['rebalance', 'Portfolio.md', '--quiet', '--now', NOW], copy);
      expect((await runPo(['replay', id], copy)).exit).toBe(0);
    });
  });

  it('makes a plan again that came from standard input, with two market files beside it', async () => {
    await inCopyOf(examples, async (copy) => {
      writeFileSync(path.join(copy, 'Regime.json'), '{}');
      const stdin = readFileSync(path.join(copy, 'Portfolio.md'), 'utf8');
      const { err } = await runPo(['rebalance', '-', '--now', NOW], copy, { stdin: `\ufeff${stdin}\u200d\r\n` });
      expect(err).toContain('market-files-several');
      const [id = ''] = readdirSync(path.join(copy, 'plans'));
      expect(await runPo(['replay', id], copy)).toMatchObject({ exit: 0, err: '' });
    });
  });

  it.each(['post_trade_report.md', 'exception_brief.md', 'holdings_update.md', '.DS_Store'])(
    'does not look at %s',
    async (name) => {
      await withPlan(async (copy, id, folder) => {
        writeFileSync(path.join(folder, name), 'written later');
        expect(await runPo(['replay', id], copy)).toMatchObject({ exit: 0, err: '' });
      });
    },
  );
});

describe('a byte that was changed', () => {
  const names = [
    'dry_run.md',
    'execution_guide.md',
    'inputs.json',
    'plan.json',
    'rebalancing_directives.json',
    'report.html',
    'report.md',
    'trade_list.json',
  ];
  const parts = [0, 0.13, 0.37, 0.5, 0.71, 0.94];

  it.each(names)('of %s is found, wherever it is', async (name) => {
    await withPlan(async (copy, id, folder) => {
      expect(readdirSync(folder)).toEqual(names);
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      for (const at of [...parts.map((part) => Math.floor(part * bytes.length)), bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        writeFileSync(file, changed);
        const ran = await runPo(['replay', id], copy);
        expect([at, ran.exit]).toEqual([at, 3]);
        expect(headings(ran.err).join()).toMatch(/error (?:replay-\w+|inputs-unreadable)/u);
        expect(ran.err).not.toContain('internal-error');
      }
    });
  });

  it.each(names)('too many or too few of %s is found', async (name) => {
    await withPlan(async (copy, id, folder) => {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      for (const changed of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.from('\n')]), Buffer.of()]) {
        writeFileSync(file, changed);
        expect((await runPo(['replay', id], copy)).exit).toBe(3);
      }
    });
  });

  it.each(names)('of %s that is no text is found', async (name) => {
    await withPlan(async (copy, id, folder) => {
      appendFileSync(path.join(folder, name), Buffer.of(0xff));
      expect((await runPo(['replay', id], copy)).exit).toBe(3);
    });
  });
});

describe('a difference', () => {
  const replayed = (change: (folder: string) => void) =>
    withPlan(async (copy, id, folder) => {
      change(folder);
      const { exit, out, err } = await runPo(['replay', id], copy);
      expect(exit).toBe(3);
      return { out: out.replaceAll(id, 'ID'), err: err.replaceAll(id, 'ID') };
    });

  it('is told with file, line, what is recorded and what is computed', async () => {
    const { out, err } = await replayed((folder) => {
      edit(path.join(folder, 'report.md'), (text) => text.replace('# SAFE', '# safe'));
    });
    expect(out).toBe('7 of 8 files identical: plan ID is not what its inputs give.\n');
    expect(err).toContain('plans/ID/report.md:1:3 error replay-differs\n');
    expect(err).toContain('recorded is “# safe: 9 orders to enter, 1 note”');
    expect(err).toContain('“# SAFE: 9 orders to enter, 1 note”, computed again');
  });

  it('in line ends is visible', async () => {
    const { err } = await replayed((folder) => {
      edit(path.join(folder, 'report.md'), (text) => text.replace('\n', '\r\n'));
    });
    expect(err).toMatch(/recorded is “.*1 note\\r”/u);
  });

  it('of the inputs is told where it first shows in plan.json, and not as another name of the plan', async () => {
    const { out, err } = await replayed((folder) => {
      edit(path.join(folder, 'inputs.json'), (text) =>
        text.replace('| 104.35 |', '| 104.36 |').replace('$104.35', '$104.36'),
      );
    });
    expect(err).toMatch(/^plans\/ID\/plan\.json:\d+:\d+ error replay-differs/u);
    expect(err).toContain('these files differ too: ');
    expect(err).not.toContain('plan_id');
    expect(out).toMatch(/^[1-7] of 8 files identical/u);
  });

  it('of the name alone is told as that', async () => {
    const { err } = await replayed((folder) => {
      edit(path.join(folder, 'inputs.json'), (text) => text.replace(/"plan_id": "\w+"/u, '"plan_id": "aaaaaaaaaaaa"'));
    });
    expect(headings(err)).toEqual(['plans/ID/inputs.json:3:15 error replay-differs']);
  });

  it('of the name everywhere is told: it is not the digest of the content', async () => {
    const { out, err } = await withPlan(async (copy, id, folder) => {
      for (const name of readdirSync(folder)) {
        writeFileSync(
          path.join(folder, name),
          readFileSync(path.join(folder, name), 'utf8').replaceAll(id, 'aaaaaaaaaaaa'),
        );
      }
      return runPo(['replay', id], copy);
    });
    expect(out).toMatch(/^0 of 8 files identical/u);
    expect(err).toContain('recorded is “"plan_id": "aaaaaaaaaaaa",”');
  });

  it('that is a file too few or too many is told by name', async () => {
    const { out, err } = await replayed((folder) => {
      rmSync(path.join(folder, 'dry_run.md'));
      writeFileSync(path.join(folder, 'execution_guide_2.md'), '# SAFE');
      mkdirSync(path.join(folder, 'more'));
    });
    expect(headings(err)).toEqual([
      'error replay-file-additional',
      'error replay-file-additional',
      'error replay-file-missing',
    ]);
    for (const name of ['dry_run.md', 'execution_guide_2.md', 'more']) expect(err).toContain(`plans/ID/${name}`);
    expect(out).toBe('7 of 8 files identical, 2 additional: plan ID is not what its inputs give.\n');
  });

  it('of versions is said plainly', async () => {
    const { err } = await replayed((folder) => {
      edit(path.join(folder, 'inputs.json'), (text) => text.replace('"version": "0.1.0"', '"version": "0.0.9"'));
    });
    expect(err).toContain('made by po 0.0.9, and this is po 0.1.0');
    expect(headings(err)).toContain('note replay-other-version');
  });

  it.each([
    ['a portfolio that cannot be used', /\| NEM \|/u, '| !!! |'],
    ['a role too few', '"role": "portfolio"', '"role": "stock"'],
    ['another workflow', '"workflow": "rebalance"', '"workflow": "validate-stock"'],
  ])('that leaves no plan is told: %s', async (_, from, to) => {
    const { err } = await replayed((folder) => {
      edit(path.join(folder, 'inputs.json'), (text) => text.replace(from, to));
    });
    expect(headings(err)).toContain('error replay-no-plan');
  });

  it('that leaves no limits is told', async () => {
    const story = path.join(fixtures, 'scenarios/fees-and-lots');
    await inCopyOf(story, async (copy) => {
      const [id = ''] = await plansOf(story, copy);
      edit(path.join(copy, 'plans', id, 'inputs.json'), (text) => text.replace('\\"trading\\"', '\\"tradin\\"'));
      const { exit, err } = await runPo(['replay', id], copy);
      expect([exit, headings(err).includes('error replay-no-plan')]).toEqual([3, true]);
      expect(err).toContain('config-key-unknown');
    });
  });
});

describe('what the journal says of Portfolio.md', () => {
  it('changes no plan: the anchor is no part of what is digested and recorded', async () => {
    await inCopyOf(examples, async (copy) => {
      const file = path.join(copy, 'Portfolio.md');
      const body = readFileSync(file, 'utf8');
      const plans: string[] = [];
      for (const text of [
        body,
        withAnchor(body, { seq: 1, digest: hash }),
        withAnchor(body, { seq: 2, digest: hash }),
      ]) {
        writeFileSync(file, text);
        plans.push((await runPo(['rebalance', 'Portfolio.md', '--json', '--now', NOW], copy)).out);
      }
      expect(new Set(plans).size).toBe(1);
      const [id = ''] = readdirSync(path.join(copy, 'plans'));
      expect(readFileSync(path.join(copy, 'plans', id, 'inputs.json'), 'utf8')).not.toContain('po:journal');
      expect((await runPo(['replay', id], copy)).exit).toBe(0);
    });
  });
});
