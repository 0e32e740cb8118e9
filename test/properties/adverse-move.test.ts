// A SAFE plan stays SAFE on every path of prices inside the stated adverse move, and does not one cent beyond it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endurance } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import { price, type Price } from '../../src/model/units.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { foretell } from '../oracle/foretell.ts';
import { runs, some } from './chance.ts';
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

const isMoved = (side: Side, trade: Trade): boolean => side === 'both' || (side === 'sells') === (trade.side === 'SELL');

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

/** The path that hurts the stated limit most, found by moving one price at a time; each order a cent worse than stated. */
const beyond = (run: Run, side: Side, { pct = 0n, first }: Endurance): Prices => {
  if (first === undefined) return new Map();
  const trial = pct > 1_000_000n ? pct : 1_000_000n;
  const now = roomOf(run, new Map(), first);
  const hurting = new Set(
    tradesOf(run)
      .filter((trade) => isMoved(side, trade))
      .filter((trade) => roomOf(run, new Map([[trade.ticker, price(worse(trade, trial))]]), first) < now)
      .map(({ ticker }) => ticker),
  );
  return pricesFor(run, side, (trade) => {
    if (!hurting.has(trade.ticker)) return trade.price;
    const edge = worse(trade, pct);
    return trade.side === 'BUY' ? edge + CENT : edge > CENT ? edge - CENT : 1n;
  });
};

/** Plans with orders that are SAFE. */
const isSafe = (run: Run): boolean => run.result.verdict === 'SAFE' && tradesOf(run).length > 0;

const dice = fc.array(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 31, maxLength: 31 }), {
  minLength: PATHS,
  maxLength: PATHS,
});

test('scratch', () => {
  let safe = 0, absent = 0; const out: string[] = []; let dist: Record<string, number> = {};
  const rolls = some(fc.nat({ max: 1_000_000 }), 5000);
  const N = Number(process.env['N'] ?? 300);
  for (const world of some(worlds, N)) {
    const run = runOf(world);
    if (!isSafe(run)) continue;
    safe += 1;
    for (const [side, e] of sidesOf(run)) {
      const pct = farthest(run, e, side);
      if (e.pct === undefined) absent += 1; else dist[e.first!.constraint] = (dist[e.first!.constraint] ?? 0) + 1;
      for (let p = 0; p < Number(process.env['P'] ?? 10); p += 1) {
        const prices = pathOf(run, side, pct, p === 0 ? [1_000_000] : rolls.slice(p * 37, p * 37 + 31));
        if (judged(run, prices) !== 'SAFE') out.push(`${side} ${e.pct} ${JSON.stringify(e.first)} inside: ${findingsAt(run, prices).filter((f) => f.level === 'approve' || f.level === 'block').map((f) => f.constraint + ' ' + f.subject + ' ' + f.slackUsd)}`);
      }
      if (e.pct !== undefined && judged(run, beyond(run, side, e)) === 'SAFE') out.push(`${side} ${e.pct} ${JSON.stringify(e.first)} beyond holds, room ${roomOf(run, beyond(run, side, e), e.first!)} of ${roomOf(run, new Map(), e.first!)} orders ${tradesOf(run).length}`);
    }
    if (out.length > 20) break;
  }
  console.log(safe, absent, dist, out.length + '\n' + out.join('\n'));
}, 600000);
