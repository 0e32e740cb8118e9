// Between the stated prices of an order nothing that the plan keeps is breached; beyond them something is.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowOf } from '../../src/model/intent.ts';
import type { PriceRange } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import { price } from '../../src/model/units.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { runs, some } from './chance.ts';
import { runOf, type Run } from './plan-run.ts';
import { told, tradesOf } from './property.ts';
import { allWorlds } from './random-intents.ts';
import { worlds } from './random-world.ts';
import { DAY } from './world.ts';

const GRAVITY = { pass: 0, note: 0, approve: 1, block: 2 } as const;

/** How grave each finding is when one ticker alone has another price, in the account and in its orders. */
const graveAt = ({ sources, config, result }: Run, trades: readonly Trade[], ticker: string, at: bigint) => {
  const repriced = <T extends { readonly ticker: string }>(one: T): T =>
    one.ticker === ticker ? { ...one, price: price(at) } : one;
  const flow = flowOf(result.intent);
  const { findings } = dryRun({
    portfolio: { cash: sources.portfolio.cash, holdings: sources.portfolio.holdings.map(repriced) },
    trades: trades.map(repriced),
    restrictions: sources.restrictions,
    config,
    day: DAY,
    ...(flow === undefined ? {} : { flow }),
  });
  return new Map(findings.map(({ constraint, subject, level }) => [`${constraint} ${subject}`, GRAVITY[level]]));
};

/** The limits that this price breaches, or breaches more gravely than the plan does. */
const lostAt = (run: Run, trade: Trade, at: bigint): readonly string[] => {
  const before = graveAt(run, tradesOf(run), trade.ticker, trade.price);
  const there = graveAt(run, tradesOf(run), trade.ticker, at);
  return [...there].filter(([name, gravity]) => gravity > (before.get(name) ?? 0)).map(([name]) => name);
};

/** The next price that could be typed: in cents from a dollar up, in hundredths of cents below. */
const next = (at: bigint, up: boolean): bigint => {
  const tick = up ? at >= 10_000n : at > 10_000n;
  return at + (tick ? 100n : 1n) * (up ? 1n : -1n);
};
const FAR = 1_000_000n;

type Check = (run: Run, trade: Trade, range: PriceRange, part: bigint) => readonly string[];

const inside: Check = (run, trade, { lowest, highest }, part) => {
  const [from, to] = [lowest ?? (trade.price + 99n) / 100n, highest ?? trade.price * 100n];
  const sampled = from + ((to - from) * part) / FAR;
  return [from, to, sampled].flatMap((at) => lostAt(run, trade, at).map((name) => `${told(trade)}: at ${at} ${name}`));
};

const around: Check = (_run, trade, { lowest, highest }) =>
  (lowest ?? 1n) <= trade.price && trade.price <= (highest ?? trade.price)
    ? []
    : [`${told(trade)} is not between ${lowest ?? 1n} and ${highest ?? 'any'}`];

const beyond: Check = (run, trade, { lowest, highest }) => {
  const below = lowest === undefined ? undefined : next(next(lowest, false), false);
  const above = highest === undefined ? undefined : next(next(highest, true), true);
  return [below, above].flatMap((at) =>
    at === undefined || at <= 0n || lostAt(run, trade, at).length > 0
      ? []
      : [`${told(trade)}: nothing is lost at ${at}`],
  );
};

const complaints = (run: Run, check: Check, part: number): readonly string[] =>
  tradesOf(run).flatMap((trade, index) => check(run, trade, run.result.priceRanges[index] ?? {}, BigInt(part)));

describe('the price range of each order', () => {
  test('holds the plan’s price, keeps every limit inside, and breaches one just beyond', () => {
    fc.assert(
      fc.property(allWorlds, fc.integer({ min: 0, max: Number(FAR) }), (world, part) => {
        const run = runOf(world);
        expect([around, inside, beyond].flatMap((check) => complaints(run, check, part))).toEqual([]);
      }),
      runs(300),
    );
  });

  test('the property can fail: ranges that are a tenth wider lose something, a tenth narrower nothing beyond', () => {
    const planned = some(worlds, 60).map(runOf);
    const stretched = (run: Run, by: bigint): Run => ({
      ...run,
      result: {
        ...run.result,
        priceRanges: run.result.priceRanges.map(({ lowest, highest }) => ({
          ...(lowest === undefined ? {} : { lowest: price((lowest * (100n - by)) / 100n) }),
          ...(highest === undefined ? {} : { highest: price((highest * (100n + by)) / 100n) }),
        })),
      },
    });
    expect(planned.filter((run) => complaints(stretched(run, 10n), inside, 0).length > 0).length).toBeGreaterThan(0);
    expect(planned.filter((run) => complaints(stretched(run, -1n), beyond, 0).length > 0).length).toBeGreaterThan(0);
  });
});
