// What a plan of the fewest orders keeps: everything that every plan keeps, except that sectors may end a little off their targets.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as cashOnTheWay from './cash-on-the-way.ts';
import { runs } from './chance.ts';
import * as generatorRespects from './generator-respects.ts';
import { runOf, type Run } from './plan-run.ts';
import { roundedCents, tradesOf, unless, type Property } from './property.ts';
import { worlds } from './random-world.ts';
import * as wellFormed from './well-formed.ts';
import type { World } from './world.ts';

const { sectorsStayWithinTheirTarget: _, ...respects } = generatorRespects;
const KEPT: Readonly<Record<string, Property>> = { ...wellFormed, ...cashOnTheWay, ...respects };

const withFewest = (world: World, tolerance: number): World => ({
  ...world,
  settings: {
    ...world.settings,
    trading: { ...world.settings.trading, objective: 'fewest_orders', sector_tolerance_bp: tolerance },
  },
});

/** Sectors that fewest orders were chosen for end within the tolerance; fees and sub-cent prices may move them a little. */
const endsWithinTolerance = (run: Run, tolerance: number): readonly string[] =>
  tradesOf(run)
    .filter(({ why }) => why.rule === 'fewest-orders')
    .flatMap((trade) => {
      const { sectors, total } = run.result.rehearsal.after;
      const { target } = run.result.directives.find(({ directive }) => directive.id === trade.directive)!;
      const off = (sectors.get(trade.sector) ?? 0n) * target.den - target.num * total;
      const fees = run.config.trading.fee_per_order_usd * 60n;
      const room = ((total * BigInt(tolerance)) / 10_000n + roundedCents(run) + fees + 2n) * target.den;
      return unless(off <= room && -off <= room, `${trade.sector} ends ${off / target.den} cents off its target`);
    });

const countsItsOrders = (run: Run): readonly string[] => {
  const { fewest, trades } = run.result.plan;
  if (fewest === undefined) return [];
  return [
    ...unless(fewest.orders === trades.length, `${trades.length} orders, ${fewest.orders} said`),
    ...unless(fewest.bound <= fewest.orders, `at least ${fewest.bound} of ${fewest.orders}`),
  ];
};

describe('a plan of the fewest orders', () => {
  test('keeps what every plan keeps, counts its orders, and ends within the tolerance', () => {
    let chosen = 0;
    fc.assert(
      fc.property(worlds, fc.constantFrom(10, 50, 200), (world, tolerance) => {
        const run = runOf(withFewest(world, tolerance));
        if (run.result.plan.fewest !== undefined) chosen += 1;
        const broken = Object.entries(KEPT).flatMap(([name, property]) =>
          property(run).map((one) => `${name}: ${one}`),
        );
        expect([...broken, ...countsItsOrders(run), ...endsWithinTolerance(run, tolerance)]).toEqual([]);
      }),
      runs(1_500),
    );
    expect(chosen).toBeGreaterThan(200);
  });
});
