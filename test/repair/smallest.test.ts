// On small accounts every combination of figures is tried: none that is nearer to what was asked than the first offer is SAFE.
import { expect, test } from 'vitest';
import { percentText } from '../../src/model/figures.ts';
import { addRatios, compareRatios, subtractRatios, type Ratio } from '../../src/model/ratio.ts';
import { repair } from '../../src/repair/repair.ts';
import type { Refused } from '../../src/repair/situation.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import { some } from '../properties/chance.ts';
import { configOf, NOW, sourcesOf } from '../properties/world-sources.ts';
import type { World } from '../properties/world.ts';
import { everyChoice, planOfChoice, type Choice } from './every-variant.ts';
import { smallWorlds } from './small-worlds.ts';

const soak = process.env['SOAK'] !== undefined;
const WORLDS = soak ? 4_000 : 70;
const STEPS = soak ? 20 : 6;

/** Rounding to hundredths of a point, once an instruction. */
const ROUNDING: Ratio = { num: 5n, den: 10_000n };

/** A refused plan, with hardly any room for targets that do not close: the figures have to be exact. */
const refusedOf = (world: World): Refused | undefined => {
  const sources = sourcesOf(world);
  const plain = configOf(world);
  const config = { ...plain, trust: { ...plain.trust, closure_points: 20_000n as typeof plain.trust.closure_points } };
  const plan = planFor(sources, { config, now: NOW }, []);
  return plan.verdict === 'SAFE' ? undefined : { plan, sources, terms: { config, now: NOW }, read: [] };
};

const isGood = (refused: Refused, choice: Choice): boolean => {
  const { verdict, plan } = planOfChoice(refused, choice);
  return verdict === 'SAFE' && plan.trades.length > 0;
};

/** A choice that is SAFE although it is nearer than so far; nearer than anything where nothing was offered. */
const nearer = (refused: Refused, than: Ratio | undefined): Choice | undefined =>
  everyChoice(refused, STEPS)
    .filter(({ moved }) => than === undefined || compareRatios(moved, subtractRatios(than, ROUNDING)) < 0)
    .find((choice) => isGood(refused, choice));

const cases = some(smallWorlds, WORLDS).flatMap((world) => refusedOf(world) ?? []);

const told = (refused: Refused, { moved, directives }: Choice): string =>
  [
    ...refused.plan.directives.map(
      ({ subject, current, target }) => `${subject} ${percentText(current)} → ${percentText(target)}`,
    ),
    'is SAFE as',
    ...directives.map((one) => `${one.id} ${one.kind === 'ticker' ? '' : String(one.target)}`),
    percentText(moved),
  ].join(', ');

test(`nothing nearer is SAFE than what is offered first (${WORLDS} accounts of at most six holdings)`, () => {
  let offered = 0;
  const failures: string[] = [];
  for (const one of cases) {
    const first = repair(one).plan.repair?.counterProposals[0];
    if (first !== undefined) offered += 1;
    const found = nearer(one, first?.moved);
    if (found !== undefined) failures.push(told(one, found));
  }
  expect(offered).toBeGreaterThan(cases.length / 4);
  expect(failures).toEqual([]);
}, 3_600_000);

test('the property can fail: an offer that goes eight points too far is noticed', () => {
  const far: Ratio = { num: 8n, den: 100n };
  const offers = cases.slice(0, 40).flatMap((one) => {
    const first = repair(one).plan.repair?.counterProposals[0];
    return first === undefined ? [] : [{ one, moved: first.moved }];
  });
  const noticed = offers.filter(({ one, moved }) => nearer(one, addRatios(moved, far)) !== undefined);
  expect(offers.length).toBeGreaterThan(5);
  expect(noticed.length).toBeGreaterThan(offers.length / 2);
}, 3_600_000);
