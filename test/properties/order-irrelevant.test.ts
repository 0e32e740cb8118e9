// The order of rows, lines and restrictions says nothing; the order of picks breaks ties and does nothing else.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs, some } from './chance.ts';
import { runOf, type Run } from './plan-run.ts';
import { allWorlds } from './random-intents.ts';
import { worlds } from './random-world.ts';
import type { World } from './world.ts';

/** Everything that decides: not the places of the lines, which are elsewhere now. */
const decided = ({ result }: Run) => ({
  verdict: result.verdict,
  trades: result.plan.trades,
  unfilled: result.plan.unfilled,
  suppressed: result.plan.suppressed,
  rejected: result.plan.rejectedPicks,
  findings: result.findings,
  residuals: result.residuals,
  priceRanges: result.priceRanges,
  issues: result.issues.map(({ code, level, subject }) => `${code} ${level} ${subject ?? ''}`).sort(),
});

/** The same things in another order: each gets one of many random numbers, and they are sorted by these. */
const shuffled = <T>(things: readonly T[], numbers: readonly number[]): readonly T[] =>
  things
    .map((thing, index) => ({ thing, by: numbers[index % numbers.length] ?? 0 }))
    .sort((a, b) => a.by - b.by)
    .map(({ thing }) => thing);

const numbers = fc.array(fc.integer(), { minLength: 41, maxLength: 41 });

test('the order of holdings, directives and restrictions is irrelevant', () => {
  fc.assert(
    fc.property(allWorlds, numbers, (world, by) => {
      const other: World = {
        ...world,
        holdings: shuffled(world.holdings, by),
        directives: shuffled(world.directives, by),
        restrictions: shuffled(world.restrictions, by),
      };
      expect(decided(runOf(other))).toEqual(decided(runOf(world)));
    }),
    runs(300),
  );
});

/** Convictions (and weights, where there are any) of which no two are the same: nothing is left to the order. */
const untied = (world: World): World => ({
  ...world,
  picks: world.picks.map((pick, index) => ({
    ...pick,
    conviction: 60 + ((pick.conviction ?? 1) % 20) + index / 100,
    ...(pick.weight === undefined ? {} : { weight: pick.weight + index / 100 }),
  })),
});

test('the order of picks is irrelevant where no two are equal', () => {
  fc.assert(
    fc.property(worlds, numbers, (world, by) => {
      const plain = untied(world);
      expect(decided(runOf({ ...plain, picks: shuffled(plain.picks, by) }))).toEqual(decided(runOf(plain)));
    }),
    runs(200),
  );
});

test('the property can fail: the order of equal picks is not irrelevant', () => {
  const changed = some(worlds, 200).filter((world) => {
    const equal: World = {
      ...world,
      picks: world.picks.map(({ weight: _weight, ...pick }) => ({ ...pick, conviction: 80 })),
    };
    const turned: World = { ...equal, picks: [...equal.picks].reverse() };
    const [a, b] = [equal, turned].map((one) =>
      runOf(one)
        .result.plan.trades.map(({ ticker }) => ticker)
        .join(),
    );
    return a !== b;
  });
  expect(changed.length).toBeGreaterThan(0);
});
