import type { Decision } from '../model/exceptions.ts';
import { fillRecord } from '../model/fill-record.ts';
import type { Continued, PlanInputs } from '../model/plan-inputs.ts';
import { intentDocument } from './intent-json.ts';
import { jsonText } from './json-text.ts';

const decisionDocument = (decision: Decision): object => {
  const { kind, seq, previous, at, plan, by, reason } = decision;
  const common = { kind, seq, previous, at, plan, by, reason };
  if (decision.kind === 'rejected') return common;
  const excepted = decision.excepted.map(({ code, subject }) => ({ code, subject }));
  return { ...common, plan_sha256: decision.planSha256, excepted, until: decision.until };
};

/** The record of the plan that is continued goes along whole, as its own text. */
const continuedDocument = ({ plan, fills }: Continued): object => ({
  inputs: inputsJson(plan),
  fills: fills.map(fillRecord),
});

/** inputs.json (`po.inputs/1`): what `po replay` makes a plan again from. Texts are kept exactly. */
export const inputsJson = (inputs: PlanInputs): string =>
  jsonText({
    schema: 'po.inputs/1',
    plan_id: inputs.planId,
    tool: { name: inputs.tool.name, version: inputs.tool.version },
    workflow: inputs.workflow,
    now: inputs.now,
    ...(inputs.basis === undefined ? {} : { basis: inputs.basis }),
    ...(inputs.intent === undefined ? {} : { intent: intentDocument(inputs.intent) }),
    ...(inputs.objective === undefined ? {} : { objective: inputs.objective }),
    files: inputs.files.map(({ role, path, text }) => ({ role, path, text })),
    config: inputs.config === undefined ? null : { path: inputs.config.path, text: inputs.config.text },
    config_sha256: inputs.configSha256,
    journal: inputs.journal === undefined ? null : { seq: inputs.journal.seq, digest: inputs.journal.digest },
    decisions: inputs.decisions.map(decisionDocument),
    found: inputs.found.map(({ code, level, subject, detail }) => ({ code, level, subject, detail })),
    ...(inputs.take === undefined ? {} : { take: inputs.take }),
    ...(inputs.continues === undefined ? {} : { continues: continuedDocument(inputs.continues) }),
  });
