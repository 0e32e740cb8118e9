import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestSectors, type AimedSector } from '../../src/optimise/nearest-sectors.ts';
import { shareOf } from '../../src/optimise/sized.ts';
import { exactOf, type Cents, type Exact, type Price } from '../../src/model/units.ts';
import { readProblem } from '../../bench/problems/read-problem.mjs';
import { runs } from '../properties/chance.ts';
import { everyChoice } from './every-choice.ts';

const exact = (dollars: number): Exact => exactOf(BigInt(Math.round(dollars * 100)) as Cents);
const sum = (values: readonly bigint[]): bigint => values.reduce((all, one) => all + one, 0n);
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

const sectors: fc.Arbitrary<readonly AimedSector[]> = fc.array(
  fc
    .record({
      names: fc.array(
        fc.record({
          price: fc.integer({ min: 1_000, max: 90_000 }).map((price) => BigInt(price) as Price),
          least: fc.constant(0n),
          held: fc.bigInt(0n, 3n),
          most: fc.bigInt(3n, 4n),
        }),
        { maxLength: 3 },
      ),
      rest: fc.integer({ min: 0, max: 5 }),
      aim: fc.integer({ min: 0, max: 40 }),
    })
    .map(({ names, rest, aim }) => ({
      names,
      value: (sum(names.map((name) => shareOf(name) * name.held)) + exact(rest)) as Exact,
      aim: exact(aim),
    })),
  { minLength: 1, maxLength: 2 },
);

const costOf = ({ names, value, aim }: AimedSector, shares: readonly bigint[], penalty: number): bigint => {
  const moves = names.map((name, at) => shareOf(name) * shares[at]!);
  return sum(moves.map(magnitude)) + BigInt(penalty) * magnitude(value + sum(moves) - aim);
};

const spentOn = ({ names }: AimedSector, shares: readonly bigint[]): bigint =>
  sum(names.map((name, at) => shareOf(name) * shares[at]!));

/** The least cost of all choices: by what is spent, the cheapest of each sector, added up. */
const leastCost = (all: readonly AimedSector[], spendable: bigint, penalty: number): bigint | undefined => {
  let sums = new Map<bigint, bigint>([[0n, 0n]]);
  for (const sector of all) {
    const choices = [...everyChoice(sector.names)].map((after) => after.map((one, at) => one - sector.names[at]!.held));
    const ways = choices.map((shares) => [spentOn(sector, shares), costOf(sector, shares, penalty)] as const);
    const next = new Map<bigint, bigint>();
    for (const [spent, cost] of [...sums].flatMap(([a, b]) => ways.map(([c, d]) => [a + c, b + d] as const))) {
      const known = next.get(spent);
      if (known === undefined || cost < known) next.set(spent, cost);
    }
    sums = next;
  }
  const kept = [...sums].filter(([spent]) => spent <= spendable).map(([, cost]) => cost);
  return kept.length === 0 ? undefined : kept.reduce((a, b) => (a < b ? a : b));
};

describe('the sectors nearest to their aims', () => {
  test('cost exactly as little as the best of all choices, and keep the cash', () => {
    fc.assert(
      fc.property(
        sectors,
        fc.integer({ min: -20, max: 20 }),
        fc.constantFrom(2, 10, 1_000),
        (drawn, above, penalty) => {
          const wished = sum(drawn.map(({ aim, value }) => aim - value));
          const spendable = (wished + exact(above)) as Exact;
          const found = nearestSectors(drawn, { spendable, penalty, effort: 100_000 });
          expect(found?.cost).toBe(leastCost(drawn, spendable, penalty));
          if (found === undefined) return;
          expect(found.bound).toBe(found.cost);
          expect(sum(drawn.map((sector, at) => costOf(sector, found.shares[at]!, penalty)))).toBe(found.cost);
          expect(sum(drawn.map((sector, at) => spentOn(sector, found.shares[at]!)))).toBeLessThanOrEqual(spendable);
        },
      ),
      runs(1_000),
    );
  });

  test.each([
    ['p30', 106_582n, 106_582n],
    ['p1000', 542_141n, 542_075n],
  ] as const)('%s: %i, at least %i thousandths of a dollar', (name, cost, bound) => {
    const { sectors: all, cash, purse } = readProblem(name);
    const terms = { spendable: (cash - purse.cashFloor) as Exact, penalty: 1_000, effort: 20_000 };
    const found = nearestSectors(all, terms)!;
    const thousandths = (value: bigint): bigint => (value + 5_000_000n) / 10_000_000n;
    expect([found.cost, found.bound].map((value) => thousandths(value / 1_000n))).toEqual([cost, bound]);
    expect(sum(all.map((sector, at) => costOf(sector, found.shares[at]!, 1_000)))).toBe(found.cost);
  });
});
