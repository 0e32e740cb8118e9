import fc from 'fast-check';
import { SECTORS } from './random-account.ts';
import type { WorldSettings } from './world.ts';

const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Limits and ways of trading: the defaults most often, and what people might set them to. */
export const settings: fc.Arbitrary<WorldSettings> = fc
  .record({
    sectorCap: one(40, 40, 60, 100),
    override: fc.option(fc.tuple(fc.constantFrom(...SECTORS), one(10, 25, 50)), { nil: undefined, freq: 3 }),
    cash: one(5, 5, 5, 5, 0, 2.5, 10),
    throughout: fc.option(one(0, 3, 8), { nil: undefined, freq: 5 }),
    dollars: one(0, 0, 0, 0, 1_000, 12_345.67),
    position: one(15, 15, 20, 33.333333, 100, 100),
    increase: one(50, 50, 10, 100),
    measure: one('points', 'points', 'points', 'relative'),
    lot: one(1, 1, 1, 1, 1, 1, 10, 100),
    order: one('gain_desc', 'gain_desc', 'gain_asc', 'value_desc'),
    least: one(100, 100, 100, 0, 500),
    picks: one(3, 3, 3, 1, 2, 5),
    fee: one(0, 0, 0, 0, 0.65, 4.95, 9.99),
  })
  .map((knobs) => ({
    sector_cap: {
      max_pct: knobs.sectorCap,
      overrides: knobs.override === undefined ? {} : { [knobs.override[0]]: knobs.override[1] },
    },
    cash_minimum: { min_pct: knobs.cash, warn_pct: Math.max(8, knobs.cash), min_usd: knobs.dollars },
    position_limit: { max_pct: knobs.position },
    sector_increase: { max_increase: knobs.increase, measure: knobs.measure },
    cash_throughout: { min_pct: knobs.throughout ?? knobs.cash },
    trading: {
      lot: knobs.lot,
      sell_order: knobs.order,
      min_trade_usd: knobs.least,
      max_picks_per_sector: knobs.picks,
      fee_per_order_usd: knobs.fee,
    },
  }));
