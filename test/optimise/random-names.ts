import fc from 'fast-check';
import type { Purse } from '../../src/optimise/sized.ts';
import type { Held, TradingRules } from '../../src/optimise/round-shares.ts';
import { exactOf, type Cents, type Exact, type Price } from '../../src/model/units.ts';

/** An account to be rounded, small enough that every choice can be looked at. */
export interface Case {
  readonly names: readonly Held[];
  readonly purse: Purse;
  readonly rules: TradingRules;
}

const exact = (dollars: number): Exact => exactOf(BigInt(Math.round(dollars * 100)) as Cents);

/** Prices and targets of one case; `width` is how many numbers of shares a name may have. */
const nameOf = (width: number): fc.Arbitrary<Held> =>
  fc
    .record({
      price: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1_000, max: 2_000_000 })),
      parts: fc.bigInt({ min: 0n, max: 10n ** 6n }), // millionths of `width` shares: what should be held
      least: fc.integer({ min: 0, max: 2 }),
      wide: fc.integer({ min: 0, max: width - 1 }),
      held: fc.integer({ min: 0, max: width }),
    })
    .map(({ price, parts, least, wide, held }) => ({
      price: BigInt(price) as Price,
      target: (BigInt(price) * parts * BigInt(width)) as Exact,
      least: BigInt(least),
      most: BigInt(least + wide),
      held: BigInt(held),
    }));

const listOf = (): fc.Arbitrary<readonly Held[]> =>
  fc.oneof(
    fc.array(nameOf(6), { minLength: 1, maxLength: 4 }),
    fc.array(nameOf(3), { minLength: 4, maxLength: 7 }),
    fc.array(nameOf(2), { minLength: 7, maxLength: 12 }),
  );

/** What the targets leave for cash, a little more or less, and a floor at, below or above that. */
const purseOf = (names: readonly Held[]): fc.Arbitrary<Purse> => {
  const wished = names.reduce((sum, { target }) => sum + target, 0n);
  return fc
    .record({
      cash: fc.integer({ min: 0, max: 300 }),
      slack: fc.oneof(fc.constant(0), fc.integer({ min: -200, max: 200 })),
      floor: fc.oneof(fc.constant(0), fc.integer({ min: -300, max: 100 })),
    })
    .map(({ cash, slack, floor }) => ({
      total: (wished + exact(cash + slack)) as Exact,
      cashTarget: exact(cash),
      cashFloor: exact(cash + floor),
    }));
};

const rulesOf = (names: readonly Held[]): fc.Arbitrary<TradingRules> =>
  fc.record({
    smallest: fc.integer({ min: 0, max: 250 }).map(exact),
    sellOrders: fc
      .shuffledSubarray(names.map((_, at) => at))
      .map((order) => [order.slice(0, Math.ceil(order.length / 2)), order.slice(Math.ceil(order.length / 2))]),
  });

/** Accounts with up to twelve names, whole and odd prices, bounds, and rules on orders. */
export const randomCase = (): fc.Arbitrary<Case> =>
  listOf().chain((names) => fc.record({ names: fc.constant(names), purse: purseOf(names), rules: rulesOf(names) }));
