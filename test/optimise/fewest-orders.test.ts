import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewestOrders } from '../../src/optimise/fewest-orders.ts';
import { shareOf } from '../../src/optimise/sized.ts';
import type { CashBand, FewestOrders, Sector } from '../../src/optimise/weigh-sectors.ts';
import { exactOf, type Cents, type Exact, type Price } from '../../src/model/units.ts';
import { runs } from '../properties/chance.ts';
import { readProblem, withTolerance } from '../../bench/problems/read-problem.mjs';
import { everyChoice } from './every-choice.ts';

interface Case {
  readonly sectors: readonly Sector[];
  readonly cash: CashBand;
  readonly smallest: Exact;
}

const exact = (dollars: number): Exact => exactOf(BigInt(Math.round(dollars * 100)) as Cents);
const sum = (values: readonly bigint[]): bigint => values.reduce((all, one) => all + one, 0n);

/** A sector whose aim lies near what some choice of shares would make of it, so that it can often be reached. */
const sectorOf = fc
  .record({
    names: fc.array(
      fc.record({
        price: fc.integer({ min: 100_000, max: 900_000 }).map((price) => BigInt(price) as Price),
        held: fc.bigInt(0n, 4n),
        least: fc.bigInt(0n, 1n),
        more: fc.bigInt(0n, 2n),
        want: fc.bigInt(0n, 6n),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    rest: fc.integer({ min: 0, max: 40 }),
    off: fc.integer({ min: -30, max: 30 }),
    room: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ names: drawn, rest, off, room }): Sector => {
    const names = drawn.map(({ price, held, least, more }) => ({
      price,
      held,
      least: least < held ? least : held,
      most: held + more,
    }));
    const wanted = names.map(({ most }, at) => (drawn[at]!.want < most ? drawn[at]!.want : most));
    const worth = (shares: readonly bigint[]) =>
      sum(names.map((name, at) => shareOf(name) * shares[at]!)) + exact(rest);
    const aim = worth(wanted) + exact(off);
    return {
      names,
      value: worth(names.map(({ held }) => held)) as Exact,
      aim: aim as Exact,
      lowest: (aim - exact(room)) as Exact,
      highest: (aim + exact(room)) as Exact,
    };
  });

const cases: fc.Arbitrary<Case> = fc
  .record({
    sectors: fc.array(sectorOf, { minLength: 1, maxLength: 3 }),
    now: fc.integer({ min: 0, max: 300 }),
    slack: fc.integer({ min: -120, max: 60 }),
    above: fc.option(fc.integer({ min: 20, max: 200 })),
    smallest: fc.constantFrom(0, 0, 50, 100),
  })
  .map(({ sectors, now, slack, above, smallest }) => {
    const lowest = exact(now + slack) - sum(sectors.map(({ aim, value }) => aim - value));
    const highest = lowest + exact(above ?? 1_000_000);
    return {
      sectors,
      cash: { now: exact(now), lowest: lowest as Exact, highest: highest as Exact },
      smallest: exact(smallest),
    };
  });

/** By number of orders, the values that one sector can have in its band: all choices looked at. */
const reachable = ({ names, value, lowest, highest }: Sector, smallest: Exact): Map<number, Set<bigint>> => {
  const found = new Map<number, Set<bigint>>();
  for (const shares of everyChoice(names)) {
    const moves = names.map((name, at) => shareOf(name) * (shares[at]! - name.held));
    const orders = moves.filter((moved) => moved !== 0n);
    if (orders.some((moved) => moved < smallest && -moved < smallest)) continue;
    const after = value + sum(moves);
    if (after < lowest || after > highest) continue;
    found.set(orders.length, (found.get(orders.length) ?? new Set()).add(after));
  }
  return found;
};

/** The fewest orders of all choices; undefined where none will do. */
const leastOrders = ({ sectors, cash, smallest }: Case): number | undefined => {
  let sums = new Map<bigint, number>([[cash.now, 0]]);
  for (const sector of sectors) {
    const next = new Map<bigint, number>();
    const ends = [...reachable(sector, smallest)].flatMap(([orders, values]) =>
      [...values].map((value) => ({ orders, spent: value - sector.value })),
    );
    for (const [[left, before], { orders, spent }] of [...sums].flatMap((sum) =>
      ends.map((end) => [sum, end] as const),
    )) {
      next.set(left - spent, Math.min(next.get(left - spent) ?? Infinity, before + orders));
    }
    sums = next;
  }
  const allowed = [...sums].filter(([left]) => left >= cash.lowest && left <= cash.highest);
  return allowed.length === 0 ? undefined : Math.min(...allowed.map(([, orders]) => orders));
};

const hasCeiling = ({ cash }: Case): boolean => cash.highest - cash.lowest < exact(1_000_000);

/** What is wrong with a result, checked without the solver. */
const faults = ({ sectors, cash, smallest }: Case, { moves, orders }: FewestOrders): readonly string[] => {
  const spent = sectors.map((sector, at) =>
    sum(moves[at]!.map(({ name, shares }) => shareOf(sector.names[name]!) * shares)),
  );
  const left = cash.now - sum(spent);
  return [
    ...(moves.flat().length === orders ? [] : ['miscounted']),
    ...(left >= cash.lowest && left <= cash.highest ? [] : ['cash']),
    ...sectors.flatMap(({ value, lowest, highest, names }, at) => [
      ...(value + spent[at]! >= lowest && value + spent[at]! <= highest ? [] : ['band']),
      ...moves[at]!.flatMap(({ name, shares }) => {
        const { held, least, most } = names[name]!;
        const worth = shareOf(names[name]!) * shares;
        const kept = held + shares >= least && held + shares <= most && shares !== 0n;
        return kept && (worth >= smallest || -worth >= smallest) ? [] : ['order'];
      }),
      ...(new Set(moves[at]!.map(({ name }) => name)).size === moves[at]!.length ? [] : ['twice']),
    ]),
  ];
};

describe('the fewest orders', () => {
  test('are exactly as few as the best of all choices, and keep bands, bounds and cash', () => {
    let solved = 0;
    fc.assert(
      fc.property(cases, (drawn) => {
        const found = fewestOrders(drawn.sectors, drawn.cash, { smallest: drawn.smallest, effort: 100_000 });
        const fewest = leastOrders(drawn);
        // Where the cash has a ceiling close to its floor, orders may be missed; with a floor alone they never are.
        if (found === undefined && hasCeiling(drawn)) return;
        expect(found?.orders).toBe(fewest);
        if (found === undefined) return;
        expect(faults(drawn, found)).toEqual([]);
        expect(found.bound).toBe(fewest);
        solved += 1;
      }),
      runs(3_000),
    );
    expect(solved).toBeGreaterThan(900);
  });

  test('never become more when the tolerance grows', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 50 }), (drawn, dollars) => {
        const free = { ...drawn.cash, highest: exact(2_000_000) };
        const terms = { smallest: drawn.smallest, effort: 100_000 };
        const wider = drawn.sectors.map((sector) => ({
          ...sector,
          lowest: (sector.lowest - exact(dollars)) as Exact,
          highest: (sector.highest + exact(dollars)) as Exact,
        }));
        const before = fewestOrders(drawn.sectors, free, terms);
        const after = fewestOrders(wider, free, terms);
        if (before !== undefined) expect(after?.orders).toBeLessThanOrEqual(before.orders);
      }),
      runs(3_000),
    );
  });

  test.each([
    ['p30', 10, 11],
    ['p30', 50, 10],
    ['p30', 100, 8],
    ['p1000', 10, 10],
    ['p1000', 50, 4],
    ['p1000', 100, 1],
  ] as const)('%s within %i bp: %i, proven', (name, tolerance, orders) => {
    const { sectors, cash } = withTolerance(readProblem(name), tolerance);
    const found = fewestOrders(sectors, cash, { smallest: 0n as Exact, effort: 20_000 });
    expect([found?.orders, found?.bound]).toEqual([orders, orders]);
    expect(faults({ sectors, cash, smallest: 0n as Exact }, found!)).toEqual([]);
  });
});
