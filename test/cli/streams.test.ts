// What goes to which stream, with which exit code, and what is left on disk.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const examples = path.join(import.meta.dirname, '../../examples');
const rebalance = ['rebalance', 'Portfolio.md', '--now', NOW];
const escape = String.fromCharCode(27);

describe('stdout and stderr', () => {
  it('prints plan.json and nothing else with --json', async () => {
    await inCopyOf(examples, async (copy) => {
      const ran = await runPo([...rebalance, '--json'], copy);
      const plans = path.join(copy, 'plans');
      const [plan] = readdirSync(plans);
      expect(ran.out).toBe(readFileSync(path.join(plans, plan ?? '', 'plan.json'), 'utf8'));
      expect(ran.err).toBe('');
    });
  });

  it('prints nothing with --quiet, and still writes', async () => {
    await inCopyOf(examples, async (copy) => {
      const ran = await runPo([...rebalance, '--quiet'], copy);
      expect([ran.exit, ran.out, ran.err]).toEqual([0, '', '']);
      expect(readdirSync(path.join(copy, 'plans'))).toHaveLength(1);
    });
  });

  it('colours only when asked to, and the words are the same', async () => {
    await inCopyOf(examples, async (copy) => {
      const plain = await runPo(rebalance, copy);
      const coloured = await runPo(rebalance, copy, { colour: true });
      expect(plain.out).not.toContain(escape);
      expect(coloured.out).toContain(escape);
      expect(coloured.out.replaceAll(new RegExp(`${escape}\\[[0-9;]*m`, 'g'), '')).toBe(plain.out);
    });
  });

  it.each([60, 80, 100, 120])('fits %i columns', async (width) => {
    await inCopyOf(examples, async (copy) => {
      const { out } = await runPo(rebalance, copy, { width });
      expect(Math.max(...out.split('\n').map((line) => Array.from(line).length))).toBeLessThanOrEqual(width);
    });
  });

  it('reads the portfolio from standard input', async () => {
    await inCopyOf(examples, async (copy) => {
      const stdin = readFileSync(path.join(copy, 'Portfolio.md'), 'utf8');
      const piped = await runPo(['rebalance', '-', '--now', NOW, '--json'], copy, { stdin });
      expect(piped.exit).toBe(0);
      expect((JSON.parse(piped.out) as { verdict: string }).verdict).toBe('SAFE');
    });
  });
});

describe('what is written', () => {
  it('gives the same folder and the same bytes for the same run', async () => {
    await inCopyOf(examples, async (copy) => {
      const first = await runPo([...rebalance, '--json'], copy);
      const second = await runPo([...rebalance, '--json'], copy);
      expect(second).toEqual(first);
      expect(readdirSync(path.join(copy, 'plans'))).toHaveLength(1);
    });
  });

  it('leaves the inputs as they are, and no temporary folder', async () => {
    await inCopyOf(examples, async (copy) => {
      const before = readFileSync(path.join(copy, 'Portfolio.md'));
      await runPo(rebalance, copy);
      expect(readFileSync(path.join(copy, 'Portfolio.md'))).toEqual(before);
      expect(readdirSync(path.join(copy, 'plans')).filter((name) => name.startsWith('.'))).toEqual([]);
    });
  });

  it('writes below --out, one folder a plan', async () => {
    await inCopyOf(examples, async (copy) => {
      await runPo([...rebalance, '--out', 'elsewhere'], copy);
      expect(readdirSync(path.join(copy, 'elsewhere'))).toHaveLength(1);
      expect(existsSync(path.join(copy, 'plans'))).toBe(false);
    });
  });

  it.each(['plans', 'plan folder', 'file'])('refuses a symbolic link in place of the %s', async (what) => {
    await inCopyOf(examples, async (copy) => {
      const plans = path.join(copy, 'plans');
      const target = path.join(copy, 'target');
      mkdirSync(target);
      const { out } = await runPo([...rebalance, '--json', '--out', 'probe'], copy);
      const id = (JSON.parse(out) as { plan_id: string }).plan_id;
      if (what === 'plans') symlinkSync(target, plans);
      if (what === 'plan folder') {
        mkdirSync(plans);
        symlinkSync(target, path.join(plans, id));
      }
      if (what === 'file') {
        mkdirSync(path.join(plans, id), { recursive: true });
        writeFileSync(path.join(target, 'victim'), 'kept');
        symlinkSync(path.join(target, 'victim'), path.join(plans, id, 'report.md'));
      }
      const ran = await runPo(rebalance, copy);
      expect([ran.exit, ran.err.split('\n')[0]]).toEqual([2, 'error output-is-a-link']);
      expect(readdirSync(target).map((name) => readFileSync(path.join(target, name), 'utf8'))).toEqual(
        what === 'file' ? ['kept'] : [],
      );
    });
  });

  it('says that nothing could be written where a file is in the way, with exit 1', async () => {
    await inCopyOf(examples, async (copy) => {
      writeFileSync(path.join(copy, 'plans'), 'a file');
      const ran = await runPo(rebalance, copy);
      expect([ran.exit, ran.err.split('\n')[0]]).toEqual([1, 'error output-failed']);
      expect(statSync(path.join(copy, 'plans')).isFile()).toBe(true);
    });
  });
});

describe('usage', () => {
  it.each([
    [['--help'], 0],
    [['--version'], 0],
    [['rebalance', '--help'], 0],
    [['nonsense'], 2],
    [['rebalance'], 2],
    [['rebalance', 'Portfolio.md', '--nonsense'], 2],
    [['rebalance', 'missing.md'], 2],
    [['rebalance', 'Portfolio.md', '--now', 'yesterday'], 2],
    [['rebalance', 'Portfolio.md', '--now', '2026-02-30T10:00:00Z'], 2],
    [[], 2],
  ] as const)('po %j exits %i', async (args, exit) => {
    const ran = await inCopyOf(examples, (copy) => runPo(args, copy));
    expect(ran.exit).toBe(exit);
    expect(exit === 0 ? ran.err : ran.out).toBe('');
  });

  it('shows the config in force and where each value comes from', async () => {
    await inCopyOf(examples, async (copy) => {
      mkdirSync(path.join(copy, 'config'));
      writeFileSync(path.join(copy, 'config/constraints.json'), '{\n  "sector_cap": { "max_pct": 35 }\n}\n');
      const { out, exit } = await runPo(['config'], copy);
      expect(exit).toBe(0);
      expect(out).toMatch(/sector_cap\.max_pct +35 +config\/constraints\.json:2:\d+/);
      expect(out).toMatch(/position_limit\.max_pct +15 +default/);
    });
  });

  it('checks without planning or writing', async () => {
    await inCopyOf(examples, async (copy) => {
      const ran = await runPo(['check', 'Portfolio.md', '--now', NOW], copy);
      expect([ran.exit, ran.err]).toEqual([0, '']);
      expect(existsSync(path.join(copy, 'plans'))).toBe(false);
    });
  });
});
