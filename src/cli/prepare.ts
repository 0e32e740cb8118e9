import type { Decision } from '../model/exceptions.ts';
import type { PlanInputs } from '../model/plan-inputs.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { documents } from '../report/documents.ts';
import { inputsJson } from '../report/inputs-json.ts';
import type { Meta } from '../report/plan-document.ts';
import { planDocument, planJson } from '../report/plan-json.ts';
import { relevantDecisions } from '../steps/3a-relevant-decisions.ts';
import type { Book } from './book.ts';
import { exceptionsIn } from './exceptions-in.ts';
import type { Gathered } from './gather.ts';
import { planId } from './plan-id.ts';
import { TOOL } from './tool.ts';

/** What a recommendation was made from, as far as its record needs it. */
export type Origin = Pick<Gathered, 'inputs' | 'config' | 'issues'> & Pick<PlanInputs, 'continues'>;

/** A recommendation that has its name, and the text of each of its files. */
export interface Prepared {
  readonly meta: Meta;
  readonly files: ReadonlyMap<string, string>;
}

const unnamedMeta = ({ inputs, config }: Origin, tool: Meta['tool']): Meta => {
  const all = config.input === undefined ? inputs : [...inputs, config.input];
  return {
    planId: '',
    tool,
    inputs: all.map(({ role, file, sha256 }) => ({ role, path: file, sha256 })),
    configSha256: config.sha256,
    ...(config.objective === undefined ? {} : { objective: config.objective }),
  };
};

const inputsOf = (
  recommendation: Recommendation,
  origin: Origin,
  meta: Meta,
  decisions: readonly Decision[],
): PlanInputs => {
  const { input } = origin.config;
  return {
    planId: meta.planId,
    tool: meta.tool,
    workflow: recommendation.workflow,
    now: recommendation.now,
    ...(recommendation.basis === undefined ? {} : { basis: recommendation.basis }),
    ...(recommendation.intent === undefined || origin.continues !== undefined ? {} : { intent: recommendation.intent }),
    ...(meta.objective === undefined ? {} : { objective: meta.objective }),
    files: origin.inputs.flatMap(({ role, file, text }) =>
      role === 'config' || role === 'export' || role === 'manifest' ? [] : [{ role, path: file, text }],
    ),
    configSha256: origin.config.sha256,
    decisions,
    found: origin.issues,
    ...(recommendation.taken === undefined ? {} : { take: recommendation.taken.number }),
    ...(origin.continues === undefined ? {} : { continues: origin.continues }),
    ...(input === undefined ? {} : { config: { path: input.file, text: input.text } }),
    ...(meta.journal === undefined ? {} : { journal: meta.journal }),
  };
};

/** The name of a plan: the digest of everything in it. */
export const namePlan = (recommendation: Recommendation, origin: Origin, tool: Meta['tool']): string =>
  planId(planJson(planDocument(recommendation, unnamedMeta(origin, tool))));

/**
 * Names a plan by the digest of everything in it and makes its files. A replay states the tool that made the plan, and may
 * name it otherwise than by its digest, to see where the two differ.
 */
export const prepare = (
  recommendation: Recommendation,
  origin: Origin,
  book: Book,
  stated: { readonly tool: Meta['tool']; readonly planId?: string } = { tool: TOOL },
): Prepared => {
  const unnamed = unnamedMeta(origin, stated.tool);
  const named = {
    ...unnamed,
    planId: stated.planId ?? namePlan(recommendation, origin, stated.tool),
    ...(book.head === undefined ? {} : { journal: book.head }),
  };
  const needsApproval = recommendation.verdict === 'CONDITIONAL';
  const decisions = needsApproval ? relevantDecisions(named.planId, book.decisions, recommendation.now) : [];
  const exceptions = exceptionsIn(recommendation, named, origin.config.config, decisions);
  const meta = exceptions === undefined ? named : { ...named, exceptions };
  const inputs = inputsJson(inputsOf(recommendation, origin, meta, decisions));
  return { meta, files: new Map([...documents(recommendation, meta), ['inputs.json', inputs]]) };
};
