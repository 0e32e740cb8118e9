import { flowOf } from '../../src/model/intent.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import type { Sources, Terms } from '../../src/steps/read-sources.ts';
import type { Config } from '../../src/validate/config.ts';
import { configOf, intentOf, NOW, sourcesOf } from './world-sources.ts';
import { DAY, type World } from './world.ts';

/** A world and what the program makes of it. */
export interface Run {
  readonly world: World;
  readonly sources: Sources;
  readonly config: Config;
  readonly result: Recommendation;
}

/** What the plan of a world is made under. */
export const termsOf = (world: World, config: Config): Terms => {
  const intent = intentOf(world);
  return { config, now: NOW, ...(intent === undefined ? {} : { intent }) };
};

/** Makes the plan of a world, as the program would from its documents. */
export const runOf = (world: World): Run => {
  const sources = sourcesOf(world);
  const config = configOf(world);
  return { world, sources, config, result: planFor(sources, termsOf(world, config), []) };
};

/** The same account with other orders, rehearsed and judged again. */
export const withTrades = (run: Run, trades: readonly Trade[]): Run => {
  const { sources, config } = run;
  const { portfolio, restrictions } = sources;
  const flow = flowOf(run.result.intent);
  const { rehearsal, findings } = dryRun({
    portfolio,
    trades,
    restrictions,
    config,
    day: DAY,
    ...(flow === undefined ? {} : { flow }),
  });
  return { ...run, result: { ...run.result, plan: { ...run.result.plan, trades }, rehearsal, findings } };
};
