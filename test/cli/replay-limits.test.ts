// The limits that are built in are no part of a record: where they have changed, a replay says so.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import type * as compiled from '../../src/cli/compiled-defaults.js';
import { inCopyOf, NOW, runPo } from '../run-po.ts';

const built = vi.hoisted(() => ({ sla: 30 }));

vi.mock('../../src/cli/compiled-defaults.js', async (original) => {
  const { defaultConfig, defaultSettings } = await original<typeof compiled>();
  return {
    defaultSettings,
    get defaultConfig() {
      return { ...defaultConfig, approvals: { ...defaultConfig.approvals, sla_minutes: built.sla } };
    },
  };
});

vi.mock('../../config/constraints.json', async (original) => {
  const { default: defaults } = await original<{ default: { approvals: object } }>();
  return {
    get default() {
      return { ...defaults, approvals: { ...defaults.approvals, sla_minutes: built.sla } };
    },
  };
});

it('a change of the built-in limits is told, and where it first shows', async () => {
  await inCopyOf(path.join(import.meta.dirname, '../../fixtures/scenarios/sector-to-45-percent'), async (copy) => {
    await runPo(['rebalance', 'Portfolio.md', '--quiet', '--now', NOW], copy);
    const [id = ''] = readdirSync(path.join(copy, 'plans'));
    expect(await runPo(['replay', id], copy)).toMatchObject({ exit: 0, err: '' });
    built.sla = 45;
    const { exit, err } = await runPo(['replay', id], copy);
    expect(exit).toBe(3);
    expect(err).toMatch(/^plans\/\w+\/plan\.json:\d+:\d+ error replay-differs/u);
    expect(err).toContain('"config_sha256"');
    expect(err).toContain('note replay-other-limits');
  });
});
