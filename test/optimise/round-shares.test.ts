import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roundFreely } from '../../src/optimise/round-freely.ts';
import { roundShares, type Held, type TradingRules } from '../../src/optimise/round-shares.ts';
import { missedBy, shareOf } from '../../src/optimise/sized.ts';
import { leastMissed } from './every-choice.ts';
import { randomCase } from './random-names.ts';

const runs = process.env['SOAK'] === '1' ? 200_000 : 3_000;
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
      { numRuns: runs },
    );
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
      { numRuns: runs },
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
      { numRuns: runs },
    );
  });
});
