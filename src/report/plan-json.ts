import type { Recommendation } from '../model/recommendation.ts';
import { counterDocuments, noCounterDocument, takenDocument } from './counter-json.ts';
import { accountingDocuments, aimDocuments, directiveDocuments } from './directives-json.ts';
import { escalationDocument } from './escalation-json.ts';
import { dollarsNumber, pctNumber } from './json-number.ts';
import { intentDocument } from './intent-json.ts';
import { jsonText } from './json-text.ts';
import { constraintDocuments, reasonDocuments } from './judgement-json.ts';
import { priceSafety } from './price-safety-json.ts';
import { oncePer } from './once-per.ts';
import type { Meta, PlanDocument } from './plan-document.ts';
import { stateDocument } from './state-json.ts';
import { settlement } from './settlement-json.ts';
import { stockCore } from './stock-json.ts';
import { tradeDocuments } from './trades-json.ts';

/** What the plan leaves undone, and why. */
const leftUndone = ({
  plan,
  residuals,
}: Recommendation): Pick<PlanDocument, 'unfilled' | 'suppressed' | 'residuals'> => ({
  unfilled: plan.unfilled.map(({ subject, value, reason }) => ({ subject, value: dollarsNumber(value), reason })),
  suppressed: plan.suppressed.map(({ ticker, side, value, reason }) => ({
    ticker,
    action: side,
    value: dollarsNumber(value),
    reason,
  })),
  residuals: residuals.map(({ subject, target, achieved, gap }) => ({
    subject,
    target_pct: pctNumber(target),
    achieved_pct: pctNumber(achieved, target),
    gap_value: dollarsNumber(gap),
  })),
});

/** How close whole shares come, and by how many basis points of the account another choice might come closer. */
const roundingDocument = ({ plan: { rounding }, rehearsal }: Recommendation): Pick<PlanDocument, 'rounding'> => {
  if (rounding === undefined) return {};
  const { uncovered, within } = rounding;
  const proven = within === 0n;
  const gap = pctNumber({ num: within * 100n, den: rehearsal.before.total });
  return { rounding: { uncovered_value: dollarsNumber(uncovered), proven, ...(proven ? {} : { within_bp: gap }) } };
};

/** Where the run comes from. */
const origins = (meta: Meta): Pick<PlanDocument, 'inputs' | 'config_sha256'> => ({
  inputs: meta.inputs.map(({ role, path, sha256 }) => ({ role, path, sha256 })),
  config_sha256: meta.configSha256,
});

/** The way out of a plan that is not SAFE, and what a plan changes that is such a way out itself. */
const wayOut = ({
  repair,
  taken,
}: Recommendation): Pick<PlanDocument, 'counter_proposals' | 'no_counter_proposal' | 'taken'> => ({
  counter_proposals: counterDocuments(repair?.counterProposals ?? []),
  ...(repair?.noCounterProposal === undefined
    ? {}
    : { no_counter_proposal: noCounterDocument(repair.noCounterProposal) }),
  ...(taken === undefined ? {} : { taken: takenDocument(taken) }),
});

/** What does not depend on the name of the plan: it is the same when the plan gets its id and when it is written. */
const judged = oncePer((recommendation: Recommendation) => {
  const { rehearsal, findings, spelling, plan } = recommendation;
  return {
    reasons: reasonDocuments(recommendation),
    portfolio: {
      before: stateDocument(rehearsal.before, findings, spelling),
      after: stateDocument(rehearsal.after, findings, spelling),
    },
    directives: directiveDocuments(recommendation),
    accounting: accountingDocuments(recommendation),
    trades: tradeDocuments(recommendation),
    ...roundingDocument(recommendation),
    ...leftUndone(recommendation),
    constraints: constraintDocuments(recommendation),
    ...priceSafety(recommendation),
    ...settlement(recommendation),
    stock_validations: recommendation.stockValidations.map(stockCore),
    rejected_picks: plan.rejectedPicks.map(({ ticker, reason }) => ({ ticker, reason })),
  };
});

/** Everything about a plan as plain data, in the order of the schema `po.plan/1`. */
export const planDocument = (recommendation: Recommendation, meta: Meta): PlanDocument => {
  const { now, basis, intent, portfolio, plan, verdict } = recommendation;
  const { reasons, ...rest } = judged(recommendation);
  return {
    schema: 'po.plan/1',
    plan_id: meta.planId,
    tool: { name: meta.tool.name, version: meta.tool.version },
    now,
    ...(basis === undefined ? {} : { basis }),
    ...(intent === undefined ? {} : { intent: { ...intentDocument(intent), aims: aimDocuments(plan.aims ?? []) } }),
    ...(meta.objective === undefined ? {} : { objective: meta.objective }),
    as_of: portfolio.asOf?.value ?? null,
    verdict,
    reasons,
    ...origins(meta),
    ...rest,
    ...wayOut(recommendation),
    escalation: escalationDocument(recommendation, meta),
  };
};

/** The lines of an object in JSON, without the braces around them. */
const linesOf = (entries: readonly (readonly [string, unknown])[]): string =>
  jsonText(Object.fromEntries(entries)).slice('{\n'.length, -'\n}\n'.length);

/** What `judged` gave as lines: nearly all of the text, and the same before and after the plan has its name. */
const known = new WeakMap<PlanDocument['portfolio'], string>();

/** plan.json. */
export const planJson = (document: PlanDocument): string => {
  const entries = Object.entries(document);
  const [from, to] = ['portfolio', 'counter_proposals'].map((name) => entries.findIndex(([key]) => key === name));
  const body = known.get(document.portfolio) ?? linesOf(entries.slice(from, to));
  known.set(document.portfolio, body);
  return `{\n${linesOf(entries.slice(0, from))},\n${body},\n${linesOf(entries.slice(to))}\n}\n`;
};
