// The remainder of a plan: at unchanged prices it ends where the plan would have ended, and at any prices it neither
// turns back what is filled nor spends the cash that must remain.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fill } from '../../src/model/fill.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import type { State } from '../../src/model/rehearsal.ts';
import type { Ticker } from '../../src/model/ticker.ts';
import { price, type Price } from '../../src/model/units.ts';
import { replan } from '../../src/steps/replan.ts';
import type { Sources } from '../../src/steps/read-sources.ts';
import { runs, some } from './chance.ts';
import { runOf, termsOf, type Run } from './plan-run.ts';
import { tradesOf } from './property.ts';
import { fillKnobs, fillsOf, filledAccount } from './random-fills.ts';
import { allWorlds } from './random-intents.ts';
import { NOW } from './world-sources.ts';
import { isRound } from './world.ts';

const planned = allWorlds.map(runOf).filter((run) => tradesOf(run).length > 0);
const round = planned.filter(({ world }) => isRound(world));

const replanned = (run: Run, fills: readonly Fill[], today: Sources): Recommendation => {
  const terms = { config: run.config, now: NOW };
  return replan({ base: run.sources, made: termsOf(run.world, run.config), fills, today, terms }, []);
};

const todayOf = (run: Run, fills: readonly Fill[]): Sources => ({
  ...run.sources,
  portfolio: filledAccount(run.sources.portfolio, fills, run),
});

const held = ({ cash, total, positions }: State): readonly string[] => [
  `cash ${cash} of ${total}`,
  ...[...positions.values()].map((one) => `${one.ticker} ${one.sector} ${one.shares} @ ${one.price} = ${one.value}`),
];

test('at unchanged prices, with fills at the prices of the plan, it ends exactly where the plan would have ended', () => {
  fc.assert(
    fc.property(round, fillKnobs(0), (run, knobs) => {
      const fills = fillsOf(run, knobs);
      const result = replanned(run, fills, todayOf(run, fills));
      expect(held(result.rehearsal.after)).toEqual(held(run.result.rehearsal.after));
    }),
    runs(250),
  );
});

/** A cent too few in cash, and the last purchase is a lot smaller. */
const cutSomething = ({ issues, plan }: Recommendation, run: Run): boolean =>
  issues.some(({ code }) => code === 'remainder-cut') || plan.unfilled.length > run.result.plan.unfilled.length;

test('where amounts are rounded to the cent, it does so but for a cent a fill or the last purchases', () => {
  fc.assert(
    fc.property(planned, fillKnobs(0), (run, knobs) => {
      const fills = fillsOf(run, knobs);
      const result = replanned(run, fills, todayOf(run, fills));
      if (cutSomething(result, run)) return;
      const [end, goal] = [result.rehearsal.after, run.result.rehearsal.after];
      const off = end.cash - goal.cash;
      expect((off < 0n ? -off : off) <= BigInt(fills.length + tradesOf(run).length)).toBe(true);
      expect([...end.positions.values()].map(({ ticker, shares }) => [ticker, shares])).toEqual(
        [...goal.positions.values()].map(({ ticker, shares }) => [ticker, shares]),
      );
    }),
    runs(120),
  );
});

/** Today's documents at other prices: each ticker by up to so many percent, up or down. */
const moved = (sources: Sources, by: readonly number[]): Sources => {
  const names = [...sources.portfolio.holdings, ...(sources.market?.picks ?? []), ...sources.stocks].map(
    ({ ticker }) => ticker,
  );
  const factor = new Map(names.map((name, at) => [name, BigInt(100 + (by[at % by.length] ?? 0))] as const));
  const priced = <T extends { readonly ticker: Ticker; readonly price?: Price }>(one: T): T => {
    if (one.price === undefined) return one;
    const next = (one.price * (factor.get(one.ticker) ?? 100n)) / 100n;
    return { ...one, price: price(next > 0n ? next : 1n) };
  };
  return {
    ...sources,
    portfolio: { ...sources.portfolio, holdings: sources.portfolio.holdings.map(priced) },
    stocks: sources.stocks.map(priced),
    ...(sources.market === undefined ? {} : { market: { ...sources.market, picks: sources.market.picks.map(priced) } }),
  };
};

const percents = fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 7, maxLength: 40 });

/** What must remain, exactly: a part of what there is after the fees of the orders, and at least so many dollars. */
const spendsTheFloor = ({ plan, rehearsal, cashFloor }: Recommendation, run: Run): boolean => {
  if (plan.trades.every(({ side }) => side === 'SELL')) return false;
  const fees = plan.trades.reduce((sum, trade) => sum + trade.fees, 0n);
  const cash = rehearsal.after.cash;
  const part = cashFloor.pct * (rehearsal.before.total - fees);
  return cash * 100_000_000n < part || cash < run.config.cash_minimum.min_usd;
};

const otherPrices = fc.tuple(planned, fillKnobs(60), percents).map(([run, knobs, by]) => {
  const fills = fillsOf(run, knobs);
  return { run, fills, result: replanned(run, fills, moved(todayOf(run, fills), by)) };
});

const soldWhatIsHeld = ({ rehearsal: { impossible } }: Recommendation): boolean => impossible.length === 0;

test('at other prices purchases leave the cash that must remain, and nothing is sold that is not held', () => {
  fc.assert(
    fc.property(otherPrices, ({ run, result }) => {
      expect([spendsTheFloor(result, run), soldWhatIsHeld(result)]).toEqual([false, true]);
      for (const { shares, value } of result.plan.trades) expect(shares > 0n && value >= 0n).toBe(true);
    }),
    runs(150),
  );
});

test('prices do move what is ordered: some purchases are cut, and some fills lie beyond', () => {
  const results = some(otherPrices, 150).map(({ result }) => result);
  const told = (code: string): number => results.filter(({ issues }) => issues.some((one) => one.code === code)).length;
  expect(told('remainder-cut') + told('unfilled-cash-floor')).toBeGreaterThan(10);
  expect(told('remainder-beyond')).toBeGreaterThan(30);
  expect(results.filter(({ plan }) => plan.trades.length > 0).length).toBeGreaterThan(100);
});

test('what everything was filled of has no remainder', () => {
  fc.assert(
    fc.property(planned, (run) => {
      const whole = { orders: [{ part: 100, parts: 2, off: 0, rank: 1 }] };
      const fills = fillsOf(run, whole);
      const result = replanned(run, fills, todayOf(run, fills));
      expect(result.plan.trades).toEqual([]);
      expect(result.issues.filter(({ code }) => code.startsWith('remainder-'))).toEqual([]);
    }),
    runs(60),
  );
});

test('the property can fail: a remainder that forgets the fills ends elsewhere', () => {
  const cases = some(fc.tuple(round, fillKnobs(0)), 40);
  const wrong = cases.filter(([run, knobs]) => {
    const fills = fillsOf(run, knobs);
    const result = replanned(run, [], todayOf(run, fills));
    return held(result.rehearsal.after).join() !== held(run.result.rehearsal.after).join();
  });
  expect(wrong.length).toBeGreaterThan(cases.length / 2);
});
