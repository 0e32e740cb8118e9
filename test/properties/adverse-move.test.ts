// A SAFE plan stays SAFE on every path of prices inside the stated adverse move, and does not one cent beyond it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endurance } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import { price, type Price } from '../../src/model/units.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { foretell } from '../oracle/foretell.ts';
import { HOURS, runs, some } from './chance.ts';
import { plainAccount, plainLimits, plainTrade } from './plain-data.ts';
import { runOf, type Run } from './plan-run.ts';
import { tradesOf } from './property.ts';
import { worlds } from './random-world.ts';
import { DAY } from './world.ts';

const PATHS = 100;
const WHOLE = 100_000_000n;
const CENT = 100n;

/** The price of each ticker that has another one than in the plan: where the market is when its order fills. */
type Prices = ReadonlyMap<string, Price>;

const at = <T extends { readonly ticker: string; readonly price: Price }>(one: T, prices: Prices): T => ({
  ...one,
  price: prices.get(one.ticker) ?? one.price,
});

/** The account and its orders at other prices. */
const moved = ({ sources, result }: Run, prices: Prices) => ({
  portfolio: { ...sources.portfolio, holdings: sources.portfolio.holdings.map((one) => at(one, prices)) },
  trades: result.plan.trades.map((one) => at(one, prices)),
});

const findingsAt = (run: Run, prices: Prices) =>
  dryRun({ ...moved(run, prices), restrictions: run.sources.restrictions, config: run.config, day: DAY }).findings;

const judged = (run: Run, prices: Prices): string => verdictOf(findingsAt(run, prices).map(({ level }) => level));

const foretold = (run: Run, prices: Prices): string => {
  const { portfolio, trades } = moved(run, prices);
  return foretell(plainAccount(portfolio, run.sources.restrictions), trades.map(plainTrade), plainLimits(run.config))
    .verdict;
};

/** The worst price of an order within a move: on the grid of prices, inside. `part` (of a million) of the way there. */
const worse = ({ side, price: from }: Trade, pct: bigint, part = 1_000_000n): bigint => {
  const way = (from * pct * part) / (WHOLE * 1_000_000n);
  return side === 'SELL' ? (from > way ? from - way : 1n) : from + way;
};

type Side = 'both' | 'sells' | 'buys';

const isMoved = (side: Side, trade: Trade): boolean =>
  side === 'both' || (side === 'sells') === (trade.side === 'SELL');

/** What the plan states, or as far as it looked. */
const farthest = (run: Run, { pct }: Endurance, side: Side): bigint =>
  pct ?? (tradesOf(run).some((trade) => trade.side === 'SELL' && isMoved(side, trade)) ? 98_999_999n : 9_899_999_999n);

const sidesOf = ({ result: { adverseMove } }: Run): readonly (readonly [Side, Endurance])[] =>
  (['both', 'sells', 'buys'] as const).flatMap((side) => {
    const endurance = adverseMove?.[side];
    return endurance === undefined ? [] : [[side, endurance] as const];
  });

const pricesFor = (run: Run, side: Side, priceOf: (trade: Trade, index: number) => bigint): Prices =>
  new Map(
    tradesOf(run).flatMap((trade, index) =>
      isMoved(side, trade) ? [[trade.ticker, price(priceOf(trade, index))] as const] : [],
    ),
  );

/** A path: each order somewhere between its price and the worst one, often at one of the two. */
const pathOf = (run: Run, side: Side, pct: bigint, dice: readonly number[]): Prices =>
  pricesFor(run, side, (trade, index) => {
    const die = dice[index % dice.length] ?? 0;
    return worse(trade, pct, BigInt(die < 300_000 ? 0 : die > 700_000 ? 1_000_000 : die));
  });

/** The room that a limit has left, in cents (or its kind), as the judge measures it. */
const roomOf = (run: Run, prices: Prices, { constraint, subject }: NonNullable<Endurance['first']>): bigint =>
  findingsAt(run, prices)
    .filter((one) => one.constraint === constraint && one.subject === subject)
    .reduce((least, { slackUsd = 0n }) => (slackUsd < least ? slackUsd : least), 1n << 200n);

/**
 * A path that hurts the stated limit most, found by trying each price both ways while all others are at their worst, or as
 * planned; each order that hurts so much worse than stated.
 */
const beyond = (run: Run, side: Side, { pct: stated, first }: Endurance, corner: Corner, by: bigint): Prices => {
  if (first === undefined) return new Map();
  const pct: bigint = stated ?? 0n;
  const worst = pricesFor(run, side, (trade) => worse(trade, pct > 1_000_000n ? pct : 1_000_000n));
  const others: Prices = corner === 'worst' ? worst : new Map();
  const hurts = (ticker: string): boolean => {
    const rest = [...others].filter(([one]) => one !== ticker);
    const there = worst.get(ticker);
    if (there === undefined) return false;
    return roomOf(run, new Map([...rest, [ticker, there]]), first) < roomOf(run, new Map(rest), first);
  };
  return pricesFor(run, side, (trade) => {
    if (!hurts(trade.ticker)) return trade.price;
    const edge = worse(trade, pct);
    return trade.side === 'BUY' ? edge + by : edge > by ? edge - by : 1n;
  });
};

/** Where all other prices are while one is tried. */
type Corner = 'worst' | 'planned';

/** Plans with orders that are SAFE. */
const isSafe = (run: Run): boolean => run.result.verdict === 'SAFE' && tradesOf(run).length > 0;

/** Enough worlds that a thousand of their plans are SAFE and have orders. */
const WORLDS = 5_000;
const SAFE_PLANS = 1_000;

/** Throws: each path has so many dice, and starts with another one. */
const throws = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 311, maxLength: 311 });
const ORDERS = 31;

const turned = (dice: readonly number[], path: number): readonly number[] =>
  Array.from({ length: ORDERS }, (_, index) => dice[(path * 7 + index * (path + 1)) % dice.length] ?? 0);

/** Paths on which the judge no longer says SAFE; of every 25th the oracle is asked too. */
const lostInside = (run: Run, side: Side, endurance: Endurance, dice: readonly number[], paths: number) => {
  const pct = farthest(run, endurance, side);
  return Array.from({ length: paths }, (_, path) => path).flatMap((path) => {
    const prices = pathOf(run, side, pct, path === 0 ? [1_000_000] : turned(dice, path));
    const said = [judged(run, prices), ...(path % 25 === 0 ? [foretold(run, prices)] : [])];
    return said.every((one) => one === 'SAFE')
      ? []
      : [`${side} ${endurance.pct ?? 'any'}: path ${path} is ${said.join()}`];
  });
};

/** Cents that rounding the worths of an order, and its price to the grid of prices (0.0001), may leave of a limit's room. */
const grain = (run: Run, { ticker, shares }: Trade): bigint => {
  const held = run.sources.portfolio.holdings.find((holding) => holding.ticker === ticker)?.shares ?? 0n;
  return 1n + (held > shares ? held : shares) / WHOLE;
};

/**
 * One cent beyond, the verdict changes; or a cent of the price is so little to the limit, or so much of the price, that at the
 * stated move no more is left of the room than rounding takes.
 */
const heldBeyond = (run: Run, side: Side, endurance: Endurance): readonly string[] => {
  const { pct, first } = endurance;
  if (pct === undefined || first === undefined) return [];
  const rounded = tradesOf(run).reduce((sum, trade) => sum + grain(run, trade), 0n);
  const rooms: bigint[] = [];
  for (const corner of ['worst', 'planned'] as const) {
    if (judged(run, beyond(run, side, endurance, corner, CENT)) !== 'SAFE') return [];
    rooms.push(roomOf(run, beyond(run, side, endurance, corner, 0n), first));
  }
  if (rooms.some((room) => room <= rounded)) return [];
  return [`${side} ${pct}: ${first.constraint} ${first.subject} has ${rooms.join(' or ')}`];
};

describe('the largest adverse move', () => {
  test(
    'keeps a SAFE plan SAFE on every path inside, by the judge and the oracle, and not one cent beyond',
    () => {
      let safe = 0;
      fc.assert(
        fc.property(worlds, throws, (world, dice) => {
          const run = runOf(world);
          if (!isSafe(run)) return;
          safe += 1;
          // One side alone is checked on every fourth plan.
          for (const [side, endurance] of sidesOf(run).filter(([which]) => which === 'both' || safe % 4 === 0)) {
            expect(lostInside(run, side, endurance, dice, side === 'both' ? PATHS : 4)).toEqual([]);
            expect(heldBeyond(run, side, endurance)).toEqual([]);
          }
        }),
        runs(WORLDS),
      );
      expect(safe).toBeGreaterThanOrEqual(SAFE_PLANS);
    },
    HOURS,
  );

  test('is stated for every plan with orders; one side alone may move at least as far as both', () => {
    for (const run of some(worlds, 300).map(runOf)) {
      expect(run.result.adverseMove === undefined).toBe(tradesOf(run).length === 0 || run.result.verdict === 'BLOCKED');
      const [both, ...single] = sidesOf(run).map(([, { pct }]) => pct ?? 9_900_000_000n);
      const least = both === undefined || both > 99_000_000n ? 99_000_000n : both;
      expect(single.filter((pct) => pct < least)).toEqual([]);
    }
  });

  test('the property can fail: a move a hundredth larger loses some plan, a hundredth smaller leaves room beyond', () => {
    const planned = some(worlds, 300).map(runOf).filter(isSafe);
    const scaled = ({ pct, ...rest }: Endurance, by: bigint): Endurance =>
      pct === undefined ? rest : { ...rest, pct: ((pct * by) / 100n) as typeof pct };
    const corners = Array.from({ length: 311 }, (_, index) => (index * 7919) % 1_000_001);
    const statements = planned.flatMap((run) => sidesOf(run).map(([side, endurance]) => ({ run, side, endurance })));
    const bounded = statements.filter(({ endurance: { pct = 0n } }) => pct > 1_000_000n);
    const lost = bounded.filter(
      ({ run, side, endurance }) => lostInside(run, side, scaled(endurance, 101n), corners, 20).length > 0,
    );
    const idle = bounded.filter(({ run, side, endurance }) => heldBeyond(run, side, scaled(endurance, 99n)).length > 0);
    expect(bounded.length).toBeGreaterThan(50);
    expect(lost.length).toBeGreaterThan(bounded.length / 2);
    expect(idle.length).toBeGreaterThan(bounded.length / 2);
  });
});
