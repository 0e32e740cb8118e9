// Two programs that share no arithmetic say the same: of every plan, and of any list of orders, however foolish.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flowOf } from '../../src/model/intent.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, shares } from '../../src/model/units.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { wordFor, foretell, type Foretold } from '../oracle/foretell.ts';
import { runs, some } from './chance.ts';
import { asForetold, plainAccount, plainFlow, plainLimits, plainTrade } from './plain-data.ts';
import { runOf, withTrades, type Run } from './plan-run.ts';
import { orderLists } from './random-orders.ts';
import { allWorlds } from './random-intents.ts';
import { tradesOf } from './property.ts';
import { DAY } from './world.ts';

const foretold = (run: Run): Foretold =>
  foretell(
    { ...plainAccount(run.sources.portfolio, run.sources.restrictions), ...plainFlow(run.result.intent) },
    tradesOf(run).map(plainTrade),
    plainLimits(run.config),
  );

const rehearsed = ({ sources, config, result }: Run): Foretold => {
  const { portfolio, restrictions } = sources;
  const flow = flowOf(result.intent);
  const { rehearsal, findings, issues } = dryRun({
    portfolio,
    trades: result.plan.trades,
    restrictions,
    config,
    day: DAY,
    ...(flow === undefined ? {} : { flow }),
  });
  return asForetold(rehearsal, findings, verdictOf([...findings, ...issues].map(({ level }) => level)));
};

test('the oracle agrees with every plan: cash after each order, positions, levels, verdict', () => {
  fc.assert(
    fc.property(allWorlds, (world) => {
      const run = runOf(world);
      const { rehearsal, findings, issues, verdict } = run.result;
      const said = foretold(run);
      const levels = issues.map(({ level }) => (level === 'unusable' ? 'block' : level));
      expect(asForetold(rehearsal, findings, verdict)).toEqual({
        ...said,
        verdict: wordFor([...said.rulings.map((line) => line.split(' ').at(-1) as 'pass'), ...levels]),
      });
    }),
    runs(500),
  );
});

test('the oracle agrees with any list of orders', () => {
  fc.assert(
    fc.property(allWorlds, orderLists, (world, list) => {
      const run = list(runOf(world));
      expect(rehearsed(run)).toEqual(foretold(run));
    }),
    runs(800),
  );
});

const spoilt: Readonly<Record<string, (trades: readonly Trade[]) => readonly Trade[]>> = {
  'a share more': ([first, ...rest]) => [{ ...first!, shares: shares(first!.shares + 1_000_000n) }, ...rest],
  'a cent of fees': ([first, ...rest]) => [{ ...first!, fees: cents(first!.fees + 1n) }, ...rest],
  'the other side': ([first, ...rest]) => [{ ...first!, side: first!.side === 'BUY' ? 'SELL' : 'BUY' }, ...rest],
  'another order': (trades) => [...trades].reverse(),
  'one order less': (trades) => trades.slice(1),
};

test.each(Object.entries(spoilt))('the property can fail: %s and the two no longer agree', (_, spoil) => {
  const planned = some(allWorlds, 100)
    .map(runOf)
    .filter((run) => tradesOf(run).length > 1);
  const blind = planned.filter((run) => {
    const other = rehearsed(withTrades(run, spoil(tradesOf(run))));
    return JSON.stringify(other) === JSON.stringify(foretold(run));
  });
  expect(planned.length).toBeGreaterThan(30);
  expect(blind.length).toBe(0);
});
