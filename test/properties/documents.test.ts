// The same account written down and read again gives the same plan, in whatever order its lines stand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recommendation, Refusal } from '../../src/model/recommendation.ts';
import { rebalance } from '../../src/steps/rebalance.ts';
import { runs } from './chance.ts';
import { runOf } from './plan-run.ts';
import { worlds } from './random-world.ts';
import type { World } from './world.ts';
import { marketDocument, portfolioDocument, stockDocuments } from './world-document.ts';
import { configOf, hasMarket, NOW } from './world-sources.ts';

const readAgain = (world: World): Recommendation | Refusal =>
  rebalance({
    portfolio: { file: 'Portfolio.md', text: portfolioDocument(world) },
    ...(hasMarket(world) ? { market: { file: 'market.json', text: marketDocument(world) } } : {}),
    stocks: stockDocuments(world),
    config: configOf(world),
    now: NOW,
  });

/** Everything that decides: not the names of directives, nor the words and places of lines. */
const decided = (result: Recommendation | Refusal) => {
  if ('kind' in result) return result.issues.map(({ code, detail }) => ({ code, detail }));
  const { plan, verdict, findings } = result;
  return {
    verdict,
    trades: plan.trades.map(({ side, ticker, shares, price, fees }) => ({ side, ticker, shares, price, fees })),
    unfilled: plan.unfilled.map(({ subject, value, reason }) => ({ subject, value, reason })),
    suppressed: plan.suppressed,
    rejected: plan.rejectedPicks,
    levels: findings.map(({ constraint, subject, level }) => `${constraint} ${subject} ${level}`),
    issues: result.issues.filter(({ level }) => level !== 'note').map(({ code, level }) => `${code} ${level}`),
  };
};

const written = worlds.filter(({ directives }) => directives.length > 0);

test('a plan does not depend on whether it was read from a document', () => {
  fc.assert(
    fc.property(written, (world) => {
      expect(decided(readAgain(world))).toEqual(decided(runOf(world).result));
    }),
    runs(120),
  );
});

test('the order of rows and lines in a document is irrelevant', () => {
  fc.assert(
    fc.property(written, fc.nat({ max: 40 }), (world, by) => {
      const turned = <T>(list: readonly T[]): readonly T[] => {
        const at = by % Math.max(1, list.length);
        return [...list.slice(at), ...list.slice(0, at)].reverse();
      };
      const other: World = {
        ...world,
        holdings: turned(world.holdings),
        directives: turned(world.directives),
        restrictions: turned(world.restrictions),
      };
      expect(decided(readAgain(other))).toEqual(decided(readAgain(world)));
    }),
    runs(60),
  );
});
