import path from 'node:path';
import type { Recommendation } from '../model/recommendation.ts';
import { documents } from '../report/documents.ts';
import type { Meta } from '../report/plan-document.ts';
import { planDocument, planJson } from '../report/plan-json.ts';
import { sha256 } from './digest.ts';
import type { LoadedConfig } from './load-config.ts';
import type { Input } from './read-input.ts';
import { TOOL } from './tool.ts';
import { writePlan } from './write-plan.ts';

/** A recommendation that has its name and its files. */
export interface Published {
  readonly meta: Meta;
  /** The folder that was written, as a path to show. */
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Digits of the digest that name a plan: enough that two plans of one person never meet. */
const ID_LENGTH = 12;

const metaOf = (recommendation: Recommendation, inputs: readonly Input[], config: LoadedConfig): Meta => {
  const all = config.input === undefined ? inputs : [...inputs, config.input];
  const unnamed: Meta = {
    planId: '',
    tool: TOOL,
    inputs: all.map(({ role, file, sha256: digest }) => ({ role, path: file, sha256: digest })),
    configSha256: config.sha256,
  };
  return { ...unnamed, planId: sha256(planJson(planDocument(recommendation, unnamed))).slice(0, ID_LENGTH) };
};

/** Names the plan by the digest of everything in it and writes its folder. */
export const publish = async (
  recommendation: Recommendation,
  inputs: readonly Input[],
  config: LoadedConfig,
  into: { readonly folder: string; readonly cwd: string },
): Promise<Published> => {
  const meta = metaOf(recommendation, inputs, config);
  const files = documents(recommendation, meta);
  const folder = await writePlan(into.folder, meta.planId, files);
  return { meta, files, folder: path.relative(into.cwd, folder) };
};
