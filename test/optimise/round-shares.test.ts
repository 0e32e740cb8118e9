import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundFreely } from '../../src/optimise/round-freely.ts';
import { roundShares, type Held, type TradingRules } from '../../src/optimise/round-shares.ts';
import type { Exact, Price } from '../../src/model/units.ts';
import { missedBy, shareOf } from '../../src/optimise/sized.ts';
import { readProblem } from '../../bench/problems/read-problem.mjs';
import { runs } from '../properties/chance.ts';
import { leastMissed } from './every-choice.ts';
import { randomCase } from './random-names.ts';

const WAYS = 1_000_000;
const EFFORT = { tries: 100_000, ways: WAYS };

const keeps = (names: readonly Held[], rules: TradingRules, shares: readonly bigint[]): boolean =>
  names.every((name, at) => {
    const moved = shares[at]! - name.held;
    return moved === 0n || shareOf(name) * (moved < 0n ? -moved : moved) >= rules.smallest;
  }) &&
  rules.sellOrders.every((order) =>
    order.every(
      (at, place) =>
        shares[at]! >= names[at]!.held ||
        order.slice(0, place).every((earlier) => shares[earlier] === names[earlier]!.least),
    ),
  );

describe('rounding between bounds', () => {
  test('misses exactly as little as the best of all choices, and says so', () => {
    fc.assert(
      fc.property(randomCase(), ({ names, purse }) => {
        const rounded = roundFreely(names, purse, WAYS);
        expect(rounded?.off).toBe(leastMissed(names, purse));
        expect(rounded?.bound).toBe(rounded?.off);
      }),
      runs(3_000),
    );
  });
});

/** The part of the account, in thousandths of a basis point. */
const thousandthsOfBp = (off: bigint, total: bigint): bigint => (off * 10_000_000n + total / 2n) / total;

describe('the known optima', () => {
  test.each([
    ['p30', 43_465n],
    ['p1000', 32_510n],
  ] as const)('%s: %i thousandths of a basis point, proven', (problem, expected) => {
    const { names, purse } = readProblem(problem);
    const rounded = roundFreely(names, purse, WAYS)!;
    expect(thousandthsOfBp(rounded.off, purse.total)).toBe(expected);
    expect(rounded.bound).toBe(rounded.off);
    expect(missedBy(names, purse, rounded.shares)).toBe(rounded.off);
  });
});

describe('room', () => {
  test('more of it is never worse: a lower cash floor, a higher bound, a lower one', () => {
    fc.assert(
      fc.property(
        randomCase(),
        fc.integer({ min: 0, max: 11 }),
        fc.bigInt(1n, 10n ** 12n),
        ({ names, purse }, at, less) => {
          const before = roundFreely(names, purse, WAYS);
          if (before === undefined) return;
          const lowered = { ...purse, cashFloor: (purse.cashFloor - less) as Exact };
          const freer = names.map((name, index) =>
            index === at ? { ...name, least: name.least > 0n ? name.least - 1n : 0n, most: name.most + 1n } : name,
          );
          expect(roundFreely(names, lowered, WAYS)!.off).toBeLessThanOrEqual(before.off);
          expect(roundFreely(freer, purse, WAYS)!.off).toBeLessThanOrEqual(before.off);
        },
      ),
      runs(3_000),
    );
  });

  test('figures that doubles cannot hold are rounded, and the gap says so', () => {
    const huge = 123_456_789_012_345n as Price;
    const names = [1n, 2n, 3n].map((part) => ({
      price: (huge + part) as Price,
      target: (shareOf({ price: huge }) + part * 1_234_567_891_234_567_891n) as Exact,
      least: 0n,
      most: 3n,
    }));
    const cashTarget = 3n as Exact;
    const total = names.reduce((sum: bigint, { target }) => sum + target, cashTarget) as Exact;
    const rounded = roundFreely(names, { total, cashTarget, cashFloor: cashTarget }, WAYS)!;
    const best = leastMissed(names, { total, cashTarget, cashFloor: cashTarget })!;
    expect(rounded.off).toBeGreaterThanOrEqual(best);
    expect(rounded.bound).toBeLessThanOrEqual(best);
    expect(rounded.bound).toBeLessThan(rounded.off);
  });
});

describe('rounding with a least order and an order of selling', () => {
  test('misses exactly as little as the best choice that keeps the rules, and says so', () => {
    fc.assert(
      fc.property(randomCase(), ({ names, purse, rules }) => {
        const rounded = roundShares(names, purse, rules, EFFORT);
        expect(rounded?.off).toBe(leastMissed(names, purse, (shares) => keeps(names, rules, shares)));
        if (rounded === undefined) return;
        expect(rounded.proof).toEqual({ proven: true });
        expect(keeps(names, rules, rounded.shares)).toBe(true);
        expect(missedBy(names, purse, rounded.shares)).toBe(rounded.off);
      }),
      runs(3_000),
    );
  });

  test('with little effort the stated gap holds', () => {
    fc.assert(
      fc.property(randomCase(), fc.integer({ min: 0, max: 6 }), ({ names, purse, rules }, tries) => {
        const rounded = roundShares(names, purse, rules, { tries, ways: 3 });
        if (rounded === undefined) return;
        const best = leastMissed(names, purse, (shares) => keeps(names, rules, shares))!;
        const { proof, off } = rounded;
        expect(off - best).toBeLessThanOrEqual(proof.proven ? 0n : proof.within);
        expect(keeps(names, rules, rounded.shares)).toBe(true);
      }),
      runs(3_000),
    );
  });
});
