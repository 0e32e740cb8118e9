import type { Recommendation } from '../../src/model/recommendation.ts';
import type { Trade } from '../../src/model/trade.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import type { Sources } from '../../src/steps/read-sources.ts';
import type { Config } from '../../src/validate/config.ts';
import { configOf, NOW, sourcesOf } from './world-sources.ts';
import { DAY, type World } from './world.ts';

/** A world and what the program makes of it. */
export interface Run {
  readonly world: World;
  readonly sources: Sources;
  readonly config: Config;
  readonly result: Recommendation;
}

/** Makes the plan of a world, as the program would from its documents. */
export const runOf = (world: World): Run => {
  const sources = sourcesOf(world);
  const config = configOf(world);
  return { world, sources, config, result: planFor(sources, { config, now: NOW }, []) };
};

/** The same account with other orders, rehearsed and judged again. */
export const withTrades = (run: Run, trades: readonly Trade[]): Run => {
  const { sources, config } = run;
  const { portfolio, restrictions } = sources;
  const { rehearsal, findings } = dryRun({ portfolio, trades, restrictions, config, day: DAY });
  return { ...run, result: { ...run.result, plan: { ...run.result.plan, trades }, rehearsal, findings } };
};
