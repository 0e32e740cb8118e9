import type { Issue } from '../model/issue.ts';
import type { Continued, PlanInputs } from '../model/plan-inputs.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import { readSources, type Reading, type Request } from '../steps/read-sources.ts';
import { rebalance } from '../steps/rebalance.ts';
import { replan } from '../steps/replan.ts';
import { recordedConfig, requestOf } from './plan-request.ts';
import { wayOut } from './way-out.ts';

/** The first plan of a row of plans that each continue the one before, with everything that was filled of all of them. */
export const rootOf = ({ plan, fills }: Continued): Continued =>
  plan.continues === undefined
    ? { plan, fills }
    : rootOf({ plan: plan.continues.plan, fills: [...plan.continues.fills, ...fills] });

/** What a plan began with: the sources as they were read, or as the counter-proposal that it is changes them. */
const baseOf = async ({ take, found }: PlanInputs, made: Request): Promise<Pick<Reading, 'sources' | 'issues'>> => {
  const asked = take === undefined ? undefined : rebalance(made, found);
  if (asked === undefined || 'kind' in asked) return readSources(made, true);
  const { sources } = await wayOut(asked, made, found, take);
  return { issues: [], ...(sources === undefined ? {} : { sources }) };
};

/** The remainder of a plan, at the prices and under the limits of a request of today. */
export const continuePlan = async (
  { plan, fills }: Continued,
  request: Request,
  known: readonly Issue[],
): Promise<Recommendation | Refusal> => {
  const { config } = await recordedConfig(plan);
  const made = await requestOf(plan, config);
  const base = await baseOf(plan, made);
  const today = readSources(request, false);
  if (base.sources === undefined || today.sources === undefined)
    return { kind: 'refusal', issues: [...base.issues, ...today.issues], accounting: [] };
  const unfinished = { base: base.sources, made, fills, today: today.sources, terms: request };
  return replan(unfinished, [...known, ...today.issues]);
};
