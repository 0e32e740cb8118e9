// What every plan keeps, whatever the account and whatever is asked of it.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOURS, runs } from './chance.ts';
import { PROPERTIES } from './every-property.ts';
import { runOf } from './plan-run.ts';
import { allWorlds } from './random-intents.ts';

const broken = new Set<string>();
const all = Object.values(PROPERTIES).flatMap((group) => Object.entries(group));

/** A broken property is shrunk to a small account, but not for ever. */
const SHRINK_FOR = 30_000;

/** Every plan is made once and shown to every property. */
beforeAll(() => {
  fc.assert(
    fc.property(allWorlds, (world) => {
      const run = runOf(world);
      for (const [name, holds] of all) if (holds(run).length > 0) broken.add(name);
    }),
    runs(2_500),
  );
}, HOURS);

describe.each(Object.entries(PROPERTIES))('%s', (_, group) => {
  test.each(Object.entries(group))('%s', (name, complaintsOf) => {
    if (!broken.has(name)) return;
    fc.assert(
      fc.property(allWorlds, (world) => {
        expect(complaintsOf(runOf(world))).toEqual([]);
      }),
      { ...runs(2_500), interruptAfterTimeLimit: SHRINK_FOR, markInterruptAsFailure: true },
    );
  });
});
