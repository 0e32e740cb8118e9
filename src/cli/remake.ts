import type { Refusal, Recommendation } from '../model/recommendation.ts';
import type { PlanInputs } from '../model/plan-inputs.ts';
import { rebalance } from '../steps/rebalance.ts';
import type { Request } from '../steps/read-sources.ts';
import { validateStock } from '../steps/validate-stock.ts';
import { continuePlan } from './continue-plan.ts';
import type { LoadedConfig } from './load-config.ts';
import { inputOf, recordedConfig, requestOf } from './plan-request.ts';
import { prepare, type Origin, type Prepared } from './prepare.ts';
import { wayOut } from './way-out.ts';

/** A plan that was made again from its inputs. */
export interface Remade {
  /** Its files under the id that its content gives, or under another. */
  readonly as: (planId?: string) => Prepared;
  readonly recommendation: Recommendation;
  readonly config: LoadedConfig;
  /** What the workflow was given. */
  readonly request: Request;
}

/** What the workflow of a plan makes of its inputs: of a rebalance the counter-proposal that was taken, if one was. */
const outcomeOf = async (inputs: PlanInputs, request: Request): Promise<Recommendation | Refusal> => {
  const { workflow, continues, found, take } = inputs;
  if (continues !== undefined) return continuePlan(continues, request, found);
  if (workflow === 'validate-stock') return validateStock(request, found);
  const asked = rebalance(request, found);
  return 'kind' in asked ? asked : (await wayOut(asked, request, found, take)).plan;
};

/** Makes a plan again from what it was made from, with the tool as it is now; refused where that gives no plan any more. */
export const remake = async (inputs: PlanInputs): Promise<Remade | Refusal> => {
  const config = await recordedConfig(inputs);
  const request = await requestOf(inputs, config.config);
  const outcome = await outcomeOf(inputs, request);
  if ('kind' in outcome) return outcome;
  const origin: Origin = {
    inputs: inputs.files.map((one) => inputOf(one.role, one)),
    config,
    issues: inputs.found,
    ...(inputs.continues === undefined ? {} : { continues: inputs.continues }),
  };
  const { journal, decisions, tool } = inputs;
  const book = { decisions, found: [], ...(journal === undefined ? {} : { head: journal }) };
  return {
    as: (planId) => prepare(outcome, origin, book, { tool, ...(planId === undefined ? {} : { planId }) }),
    recommendation: outcome,
    config,
    request,
  };
};
