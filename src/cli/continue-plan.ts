import type { Issue } from '../model/issue.ts';
import type { Continued } from '../model/plan-inputs.ts';
import type { Recommendation, Refusal } from '../model/recommendation.ts';
import { readSources, type Request } from '../steps/read-sources.ts';
import { replan } from '../steps/replan.ts';
import { recordedConfig, requestOf } from './plan-request.ts';

/** The first plan of a row of plans that each continue the one before, with everything that was filled of all of them. */
export const rootOf = ({ plan, fills }: Continued): Continued =>
  plan.continues === undefined
    ? { plan, fills }
    : rootOf({ plan: plan.continues.plan, fills: [...plan.continues.fills, ...fills] });

/** The remainder of a plan, at the prices and under the limits of a request of today. */
export const continuePlan = async (
  { plan, fills }: Continued,
  request: Request,
  known: readonly Issue[],
): Promise<Recommendation | Refusal> => {
  const { config } = await recordedConfig(plan);
  const made = await requestOf(plan, config);
  const base = readSources(made, true);
  const today = readSources(request, false);
  if (base.sources === undefined || today.sources === undefined)
    return { kind: 'refusal', issues: [...base.issues, ...today.issues], accounting: [] };
  const unfinished = { base: base.sources, made, fills, today: today.sources, terms: request };
  return replan(unfinished, [...known, ...today.issues]);
};
