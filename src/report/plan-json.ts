import type { Recommendation } from '../model/recommendation.ts';
import { counterDocuments, noCounterDocument, takenDocument } from './counter-json.ts';
import { accountingDocuments, aimDocuments, directiveDocuments } from './directives-json.ts';
import { escalationDocument } from './escalation-json.ts';
import { dollarsNumber, pctNumber } from './json-number.ts';
import { intentDocument } from './intent-json.ts';
import { jsonText } from './json-text.ts';
import { constraintDocuments, reasonDocuments } from './judgement-json.ts';
import { oncePer } from './once-per.ts';
import type { Meta, PlanDocument } from './plan-document.ts';
import { stateDocument } from './state-json.ts';
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
    ...leftUndone(recommendation),
    constraints: constraintDocuments(recommendation),
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

/** plan.json. */
export const planJson = (document: PlanDocument): string => jsonText(document);
