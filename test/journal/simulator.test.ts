// The protocol lives hundreds of rough lives; and the simulator shows that it notices mistakes, planted one at a time.
import { describe, expect, test } from 'vitest';
import { HOURS, runs, SEED } from '../properties/chance.ts';
import { CANARIES } from './canaries.ts';
import type { Seen } from './life.ts';
import { simulate } from './simulation.ts';

test(
  'nothing acknowledged is lost, nothing is applied twice, no edit by hand is overwritten',
  async () => {
    const all: Partial<Seen> = {};
    for (let seed = SEED; seed < SEED + runs(500).numRuns; seed += 1) {
      const { complaints, seen } = await simulate(seed);
      expect(complaints, `seed ${seed}`).toEqual([]);
      for (const [what, often] of Object.entries(seen) as [keyof Seen, number][]) all[what] = (all[what] ?? 0) + often;
    }
    expect(all.acknowledged).toBeGreaterThan(1_500);
    for (const what of ['stopped', 'failed', 'cut', 'edited', 'settled'] as const)
      expect(all[what], what).toBeGreaterThan(250);
  },
  HOURS,
);

test('the same seed lives the same life', async () => {
  const [first, second] = [await simulate(7), await simulate(7)];
  expect(second).toEqual(first);
  expect((await simulate(8)).seen).not.toEqual(first.seen);
});

describe('a planted mistake is found', () => {
  test.each(Object.entries(CANARIES))(
    '%s',
    async (_, canary) => {
      let found: readonly string[] = [];
      for (let seed = 1; seed <= 500 && found.length === 0; seed += 1)
        found = (await simulate(seed, canary)).complaints;
      expect(found).not.toEqual([]);
    },
    HOURS,
  );
});
