// Counting the same account in smaller money changes no share and no weight.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from './chance.ts';
import { runOf, type Run } from './plan-run.ts';
import { worlds } from './random-world.ts';
import { isRound, type World } from './world.ts';

const atPrice = <T extends { readonly price?: number }>(one: T, k: number): T =>
  one.price === undefined ? one : { ...one, price: one.price * k };

/** Every amount of money k times as large. */
const scaled = (world: World, k: number): World => ({
  ...world,
  cash: world.cash * k,
  holdings: world.holdings.map((holding) => ({
    ...holding,
    price: holding.price * k,
    ...(holding.cost === undefined ? {} : { cost: holding.cost * k }),
  })),
  picks: world.picks.map((pick) => atPrice(pick, k)),
  stocks: world.stocks.map((stock) => atPrice(stock, k)),
  settings: {
    ...world.settings,
    cash_minimum: {
      ...world.settings.cash_minimum,
      min_usd: (Math.round(world.settings.cash_minimum.min_usd * 100) * k) / 100,
    },
    trading: {
      ...world.settings.trading,
      min_trade_usd: world.settings.trading.min_trade_usd * k,
      fee_per_order_usd: (Math.round(world.settings.trading.fee_per_order_usd * 100) * k) / 100,
    },
  },
});

/** Shares, weights and levels: all that has no currency. */
const measured = ({ result }: Run) => {
  const { before, after } = result.rehearsal;
  const total = after.total === 0n ? 1n : after.total;
  return {
    verdict: result.verdict,
    trades: result.plan.trades.map(({ side, ticker, shares }) => `${side} ${shares} ${ticker}`),
    grew: [...after.positions.values()].map(({ ticker, value }) => `${ticker} ${(value * 1_000_000_000n) / total}`),
    before: [...before.positions.keys()],
    levels: result.findings.map(({ constraint, subject, level }) => `${constraint} ${subject} ${level}`),
    undone: result.plan.unfilled.map(({ subject, reason }) => `${subject} ${reason}`),
  };
};

test('prices, cash, fees and minimums k times as large: the same shares, weights and verdict', () => {
  fc.assert(
    fc.property(worlds.filter(isRound), fc.constantFrom(2, 3, 7, 10, 100, 997), (world, k) => {
      expect(measured(runOf(scaled(world, k)))).toEqual(measured(runOf(world)));
    }),
    runs(300),
  );
});

test('the property can fail: a minimum that does not grow with the account is noticed', () => {
  const forgetful = (world: World): World => ({ ...scaled(world, 100), settings: world.settings });
  const result = fc.check(
    fc.property(worlds.filter(isRound), (world) => {
      expect(measured(runOf(forgetful(world)))).toEqual(measured(runOf(world)));
    }),
    { ...runs(300), endOnFailure: true },
  );
  expect(result.failed).toBe(true);
});
