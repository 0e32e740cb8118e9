import type { Refusal, Recommendation } from '../model/recommendation.ts';
import type { PlanInputs } from '../model/plan-inputs.ts';
import { rebalance } from '../steps/rebalance.ts';
import type { Request } from '../steps/read-sources.ts';
import { validateStock } from '../steps/validate-stock.ts';
import { sha256 } from './digest.ts';
import { configOf, type LoadedConfig } from './load-config.ts';
import { prepare, type Origin, type Prepared } from './prepare.ts';
import type { Input } from './read-input.ts';

/** A plan that was made again from its inputs. */
export interface Remade {
  /** Its files under the id that its content gives, or under another. */
  readonly as: (planId?: string) => Prepared;
  readonly recommendation: Recommendation;
  readonly config: LoadedConfig;
  /** What the workflow was given. */
  readonly request: Request;
}

const inputOf = (role: Input['role'], { path, text }: { readonly path: string; readonly text: string }): Input => ({
  role,
  file: path,
  text,
  sha256: sha256(text),
});

const requestOf = ({ files, now, basis }: PlanInputs, config: Request['config']): Request => {
  const sources = (role: string) =>
    files.filter((one) => one.role === role).map(({ path, text }) => ({ file: path, text }));
  const [portfolio = { file: '', text: '' }] = sources('portfolio');
  const [market] = sources('market');
  return {
    portfolio,
    stocks: sources('stock'),
    config,
    now,
    ...(basis === undefined ? {} : { basis }),
    ...(market === undefined ? {} : { market }),
  };
};

/** Makes a plan again from what it was made from, with the tool as it is now; refused where that gives no plan any more. */
export const remake = async (inputs: PlanInputs): Promise<Remade | Refusal> => {
  const file = inputs.config === undefined ? undefined : inputOf('config', inputs.config);
  const config = await configOf(file);
  const request = requestOf(inputs, config.config);
  const workflows = { rebalance, 'validate-stock': validateStock } as const;
  const outcome: Recommendation | Refusal = workflows[inputs.workflow](request, inputs.found);
  if ('kind' in outcome) return outcome;
  const origin: Origin = {
    inputs: inputs.files.map((one) => inputOf(one.role, one)),
    config,
    issues: inputs.found,
  };
  const { journal, decisions, tool } = inputs;
  const book = { decisions, ...(journal === undefined ? {} : { head: journal }) };
  return {
    as: (planId) => prepare(outcome, origin, book, { tool, ...(planId === undefined ? {} : { planId }) }),
    recommendation: outcome,
    config,
    request,
  };
};
