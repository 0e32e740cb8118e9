// An explanation is faithful: a rule that it names moves the orders as it says, one that it does not name moves nothing. What the
// orders would be is worked out here by changing the account, the instructions or the limits and planning anew.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '../../src/explain/explain.ts';
import type { Effect, Explanation, Rule } from '../../src/model/explanation.ts';
import type { Ticker } from '../../src/model/ticker.ts';
import { cents, pct } from '../../src/model/units.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import type { Config } from '../../src/validate/config.ts';
import { HOURS, runs, some } from './chance.ts';
import { runOf, termsOf, type Run } from './plan-run.ts';
import { isPlanned, tradesOf } from './property.ts';
import { allWorlds } from './random-intents.ts';
import { configOf, sourcesOf } from './world-sources.ts';
import type { World, WorldSettings } from './world.ts';

type Trading = WorldSettings['trading'];

const FIRST_LINE = 101;

const trading = (world: World, changes: Partial<Trading>): World => ({
  ...world,
  settings: { ...world.settings, trading: { ...world.settings.trading, ...changes } },
});

/** The world without a rule. */
const WORLD_WITHOUT: Readonly<Record<string, (world: World, rule: Rule) => World>> = {
  instruction: (world, { detail }) => ({
    ...world,
    directives: world.directives.filter((_, index) => String(FIRST_LINE + index) !== detail['line']),
  }),
  'position-limit': (world) => ({ ...world, settings: { ...world.settings, position_limit: { max_pct: 100 } } }),
  'picks-per-sector': (world) => trading(world, { max_picks_per_sector: 100 }),
  'smallest-trade': (world) => trading(world, { min_trade_usd: 0 }),
  lot: (world) => trading(world, { lot: 1 }),
  fees: (world) => trading(world, { fee_per_order_usd: 0 }),
  'sell-by-gain-asc': (world) => trading(world, { sell_order: 'gain_asc' }),
  'sell-by-gain-desc': (world) => trading(world, { sell_order: 'gain_desc' }),
  'sell-by-value-desc': (world) => trading(world, { sell_order: 'value_desc' }),
  'fewest-orders': (world) => trading(world, { objective: 'seed' }),
  restriction: (world, { detail }) => ({
    ...world,
    restrictions: world.restrictions.filter(({ ticker }) => ticker.replace('-', '.') !== detail['ticker']),
  }),
  intent: ({ intent: _none, ...world }) => world,
  lock: (world, { detail }) => ({
    ...world,
    settings: {
      ...world.settings,
      locks: { tickers: (world.settings.locks?.tickers ?? []).filter(({ ticker }) => ticker !== detail['ticker']) },
    },
  }),
  'cash-floor': (world) => ({
    ...world,
    directives: world.directives.filter(({ kind }) => kind !== 'cash'),
  }),
};

/** The limits without a rule: a config file could not say some of these. */
const CONFIG_WITHOUT: Readonly<Record<string, (config: Config) => Config>> = {
  'cash-floor': (config) => ({
    ...config,
    cash_minimum: { ...config.cash_minimum, min_pct: pct(0n), min_usd: cents(0n) },
  }),
  'least-conviction': (config) => ({
    ...config,
    stock_criteria: { ...config.stock_criteria, min_conviction: pct(0n) },
  }),
};

const planned = (run: Run, ticker: string): bigint =>
  tradesOf(run)
    .filter((trade) => trade.ticker === ticker)
    .reduce((sum, { side, shares }) => sum + (side === 'BUY' ? shares : -shares), 0n);

/** The plan without a rule; nothing where the instructions that are left contradict each other. */
const without = (run: Run, rule: Rule): Run | undefined => {
  const world = WORLD_WITHOUT[rule.name]?.(run.world, rule) ?? run.world;
  const config = CONFIG_WITHOUT[rule.name]?.(configOf(world)) ?? configOf(world);
  const sources = sourcesOf(world);
  const other: Run = { world, sources, config, result: planFor(sources, termsOf(world, config), []) };
  return isPlanned(other) ? other : undefined;
};

const told = ({ world, sources, config, result }: Run, ticker: Ticker): Explanation =>
  explain({ plan: result, sources, terms: termsOf(world, config), generated: true }, { kind: 'ticker', ticker });

const isChecked = ({ name }: Rule): boolean => name in WORLD_WITHOUT || name in CONFIG_WITHOUT;

interface Checked {
  readonly complaints: readonly string[];
  readonly named: number;
  readonly unnamed: number;
}

/** Compares what an explanation says of a ticker with plans made anew. */
const check = (run: Run, ticker: Ticker, { bound, unbound }: Pick<Explanation, 'bound' | 'unbound'>): Checked => {
  const complaints: string[] = [];
  let [named, unnamed] = [0, 0];
  const now = planned(run, ticker);
  for (const { rules, changes } of bound) {
    const [rule] = rules;
    const other = rule !== undefined && isChecked(rule) ? without(run, rule) : undefined;
    if (rule === undefined || other === undefined) continue;
    named += 1;
    const [change] = changes;
    const then = planned(other, ticker);
    if (change?.planned !== now || change.otherwise !== then || then === now)
      complaints.push(`${rule.name}: ${change?.otherwise} stated, ${then} found, ${now} planned`);
  }
  for (const rule of unbound.filter(isChecked)) {
    const other = without(run, rule);
    if (other === undefined) continue;
    unnamed += 1;
    if (planned(other, ticker) !== now) complaints.push(`${rule.name} is not named, but moves ${ticker}`);
  }
  return { complaints, named, unnamed };
};

/** Plans with something to explain. */
const plans = allWorlds.map(runOf).filter((run) => isPlanned(run) && tradesOf(run).length > 0);

/** One ticker with an order where there is one, and one without. */
const asked = (run: Run, dice: number): readonly Ticker[] => {
  const traded = tradesOf(run).map(({ ticker }) => ticker);
  const others = [...run.sources.portfolio.holdings, ...(run.sources.market?.picks ?? [])]
    .map(({ ticker }) => ticker)
    .filter((ticker) => !traded.includes(ticker));
  return [traded, others].flatMap((list) => list[dice % Math.max(1, list.length)] ?? []);
};

test(
  'a rule that is named moves the order as stated, one that is not named moves nothing',
  () => {
    let [named, unnamed] = [0, 0];
    fc.assert(
      fc.property(plans, fc.nat(), (run, dice) => {
        for (const ticker of asked(run, dice)) {
          const checked = check(run, ticker, told(run, ticker));
          expect(checked.complaints).toEqual([]);
          named += checked.named;
          unnamed += checked.unnamed;
        }
      }),
      runs(500),
    );
    expect(named).toBeGreaterThan(400);
    expect(unnamed).toBeGreaterThan(2_000);
  },
  HOURS,
);

test('the comparison can fail: a rule left out, a rule too many and another number are found', () => {
  const spoilt: Readonly<Record<string, (told: Explanation) => Pick<Explanation, 'bound' | 'unbound'>>> = {
    'left out': ({ bound, unbound }) => ({
      bound: bound.slice(0, -1),
      unbound: [...unbound, ...(bound.at(-1)?.rules ?? [])],
    }),
    'one too many': ({ bound, unbound }) => ({
      bound: [...bound, ...unbound.slice(0, 1).map((rule): Effect => ({ rules: [rule], changes: [] }))],
      unbound,
    }),
    'another number': ({ bound, unbound }) => ({
      bound: bound.map((one) => ({
        ...one,
        changes: one.changes.map((change) => ({ ...change, otherwise: (change.otherwise + 1n) as never })),
      })),
      unbound,
    }),
  };
  const cases = some(plans, 100).flatMap((run) =>
    asked(run, 0)
      .slice(0, 1)
      .map((ticker) => ({ run, ticker })),
  );
  for (const [what, spoil] of Object.entries(spoilt)) {
    const noticed = cases.filter(
      ({ run, ticker }) => check(run, ticker, spoil(told(run, ticker))).complaints.length > 0,
    );
    expect(noticed.length, what).toBeGreaterThan(10);
  }
});
