import fc from 'fast-check';
import { SECTORS, tickerName } from '../properties/random-account.ts';
import type { Verb, World, WorldDirective } from '../properties/world.ts';

const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

interface Knobs {
  readonly weights: readonly number[];
  readonly cash: number;
  readonly verbs: readonly ('none' | 'reduce' | 'increase')[];
  readonly strengths: readonly number[];
  readonly target: number | undefined;
  readonly caps: readonly [sector: number, position: number, increase: number, cash: number];
  readonly minUsd: number;
  readonly picked: boolean;
}

const knobs: fc.Arbitrary<Knobs> = fc.record({
  weights: fc.array(fc.integer({ min: 2, max: 45 }), { minLength: 2, maxLength: 6 }),
  cash: one(0, 2, 5, 6, 10, 20, 30),
  verbs: fc.array(one('none', 'reduce', 'increase', 'increase'), { minLength: 4, maxLength: 4 }),
  strengths: fc.array(fc.integer({ min: 5, max: 95 }), { minLength: 4, maxLength: 4 }),
  target: fc.option(one(3, 5, 8, 10, 15), { nil: undefined, freq: 2 }),
  caps: fc.tuple(one(25, 30, 40, 60), one(100), one(5, 10, 50), one(5, 5, 8)),
  minUsd: one(0, 0, 0, 120_000),
  picked: fc.boolean(),
});

/** A million dollars in shares of a dollar: what a share more or less weighs is nothing. */
const DOLLARS = 1_000_000;
const DOLLAR = 10_000;

const directivesOf = ({ verbs, strengths, target }: Knobs, weights: readonly number[]): readonly WorldDirective[] => {
  const named = verbs.flatMap((verb, at): readonly WorldDirective[] => {
    const weight = weights[at] ?? 0;
    const strength = strengths[at] ?? 50;
    if (verb === 'none' || (verb === 'reduce' && weight < 1)) return [];
    const goal =
      verb === 'reduce' ? (weight * strength) / 100 : weight + ((60 - Math.min(weight, 55)) * strength) / 100;
    const way: Verb = verb;
    return [{ kind: 'sector', sector: SECTORS[at] ?? 'Energy', verb: way, target: Math.round(goal * 10) * 100_000 }];
  });
  const few = named.slice(0, target === undefined ? 3 : 2);
  return target === undefined ? few : [...few, { kind: 'cash', target: target * 1_000_000 }];
};

/** Accounts of at most six holdings in four sectors, with at most three instructions. */
export const smallWorlds: fc.Arbitrary<World> = knobs.map((chosen): World => {
  const sum = chosen.weights.reduce((all, weight) => all + weight, 0);
  const invested = DOLLARS * (1 - chosen.cash / 100);
  const holdings = chosen.weights.map((weight, at) => ({
    ticker: tickerName(at, 'H'),
    sector: SECTORS[at % 4] ?? 'Energy',
    shares: Math.round((invested * weight) / sum) * 1_000_000,
    price: DOLLAR,
  }));
  const total = holdings.reduce((all, { shares }) => all + shares / 1_000_000, DOLLARS - Math.round(invested));
  const weights = [0, 1, 2, 3].map((at) =>
    holdings.reduce((all, { sector, shares }) => all + (sector === SECTORS[at] ? shares / 10_000 / total : 0), 0),
  );
  const [sectorCap, position, increase, cash] = chosen.caps;
  return {
    cash: (DOLLARS - Math.round(invested)) * 100,
    holdings,
    picks: chosen.picked
      ? [0, 1, 2, 3].map((at) => ({ ticker: tickerName(at, 'P'), sector: SECTORS[at] ?? 'Energy', price: DOLLAR }))
      : [],
    stocks: [],
    directives: directivesOf(chosen, weights),
    restrictions: [],
    settings: {
      sector_cap: { max_pct: sectorCap, overrides: {} },
      cash_minimum: { min_pct: cash, warn_pct: Math.max(8, cash), min_usd: chosen.minUsd },
      position_limit: { max_pct: position },
      sector_increase: { max_increase: increase, measure: 'points' },
      cash_throughout: { min_pct: cash },
      trading: {
        lot: 1,
        sell_order: 'gain_desc',
        min_trade_usd: 100,
        max_picks_per_sector: 3,
        fee_per_order_usd: 0,
      },
    },
  };
});
