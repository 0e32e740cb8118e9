// A wider limit never makes a list of orders worse, and a plan that costs more is never better.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, pct, type Cents, type Pct } from '../../src/model/units.ts';
import { verdictOf, type Verdict } from '../../src/model/verdict.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import type { Config } from '../../src/validate/config.ts';
import { runs } from './chance.ts';
import { runOf, type Run } from './plan-run.ts';
import { tradesOf } from './property.ts';
import { orderLists } from './random-orders.ts';
import { worlds } from './random-world.ts';
import { DAY } from './world.ts';

const RANK: Readonly<Record<Verdict, number>> = { SAFE: 0, CONDITIONAL: 1, BLOCKED: 2 };
const LEVELS: readonly Finding['level'][] = ['pass', 'note', 'approve', 'block'];

const judged = ({ sources, result }: Run, config: Config, trades: readonly Trade[] = result.plan.trades) => {
  const { portfolio, restrictions } = sources;
  const { findings, issues } = dryRun({ portfolio, trades, restrictions, config, day: DAY });
  return {
    rank: RANK[verdictOf([...findings, ...issues].map(({ level }) => level))],
    levels: new Map(
      findings.map(({ constraint, subject, level }) => [`${constraint} ${subject}`, LEVELS.indexOf(level)]),
    ),
  };
};

const more = (limit: Pct, by: number): Pct => pct(limit + BigInt(by));
const less = (limit: Pct, by: number): Pct => pct(limit > BigInt(by) ? limit - BigInt(by) : 0n);

/** Each of the limits made wider by so many millionths of a percent. */
const WIDER: Readonly<Record<string, (config: Config, by: number) => Config>> = {
  sector_cap: (config, by) => ({
    ...config,
    sector_cap: {
      max_pct: more(config.sector_cap.max_pct, by),
      overrides: Object.fromEntries(
        Object.entries(config.sector_cap.overrides).map(([sector, cap]) => [sector, more(cap, by)]),
      ),
    },
  }),
  position_limit: (config, by) => ({ ...config, position_limit: { max_pct: more(config.position_limit.max_pct, by) } }),
  sector_increase: (config, by) => ({
    ...config,
    sector_increase: { ...config.sector_increase, max_increase: more(config.sector_increase.max_increase, by) },
  }),
  cash_minimum: (config, by) => ({
    ...config,
    cash_minimum: {
      min_pct: less(config.cash_minimum.min_pct, by),
      warn_pct: less(config.cash_minimum.warn_pct, by),
      min_usd: (config.cash_minimum.min_usd / 2n) as Cents,
    },
  }),
  cash_throughout: (config, by) => ({
    ...config,
    cash_throughout: { min_pct: less(config.cash_throughout.min_pct, by) },
  }),
};

const cases = fc.tuple(worlds, orderLists, fc.integer({ min: 1, max: 30_000_000 }));

test.each(Object.entries(WIDER))('relaxing %s never worsens the verdict; tightening never improves it', (_, widen) => {
  fc.assert(
    fc.property(cases, ([world, list, by]) => {
      const run = list(runOf(world));
      expect(judged(run, widen(run.config, by)).rank).toBeLessThanOrEqual(judged(run, run.config).rank);
    }),
    runs(120),
  );
});

test('relaxing a limit never worsens a single finding', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...Object.entries(WIDER)), ([world, list, by], [, widen]) => {
      const run = list(runOf(world));
      const [wide, tight] = [judged(run, widen(run.config, by)), judged(run, run.config)];
      const worse = [...wide.levels].filter(([subject, level]) => level > (tight.levels.get(subject) ?? -1));
      expect(worse).toEqual([]);
    }),
    runs(250),
  );
});

test('fewer restrictions never worsen the verdict', () => {
  fc.assert(
    fc.property(worlds, orderLists, (world, list) => {
      const run = list(runOf(world));
      const free: Run = { ...run, sources: { ...run.sources, restrictions: run.sources.restrictions.slice(1) } };
      expect(judged(free, run.config).rank).toBeLessThanOrEqual(judged(run, run.config).rank);
    }),
    runs(150),
  );
});

test('a plan that costs a fee more is never judged better', () => {
  fc.assert(
    fc.property(worlds, fc.nat(), fc.integer({ min: 1, max: 5_000_000 }), (world, at, fee) => {
      const run = runOf(world);
      const trades = tradesOf(run);
      const dear = trades.map((trade, index) =>
        index === at % trades.length ? { ...trade, fees: cents(trade.fees + BigInt(fee)) } : trade,
      );
      expect(judged(run, run.config, dear).rank).toBeGreaterThanOrEqual(judged(run, run.config).rank);
    }),
    runs(250),
  );
});

test('a plan without one of its sales is never better for the cash', () => {
  const cashLevels = (levels: ReadonlyMap<string, number>): number => levels.get('cash_minimum Cash') ?? -1;
  fc.assert(
    fc.property(worlds, fc.nat(), (world, at) => {
      const run = runOf(world);
      const sells = tradesOf(run).filter(({ side }) => side === 'SELL').length;
      const without = tradesOf(run).filter((_, index) => sells === 0 || index !== at % sells);
      if (without.length === 0) return;
      expect(cashLevels(judged(run, run.config, without).levels)).toBeGreaterThanOrEqual(
        cashLevels(judged(run, run.config).levels),
      );
    }),
    runs(250),
  );
});

test('the property can fail: limits that are tightened do worsen verdicts', () => {
  const worse = fc.check(
    fc.property(worlds, (world) => {
      const run = runOf(world);
      const tight = WIDER['position_limit']!(run.config, -10_000_000);
      expect(judged(run, tight).rank).toBeLessThanOrEqual(judged(run, run.config).rank);
    }),
    { ...runs(150), endOnFailure: true },
  );
  expect(worse.failed).toBe(true);
});
