import type { Recommendation } from '../model/recommendation.ts';
import { dryRun } from './dry-run.ts';
import { executionGuide } from './execution-guide.ts';
import { jsonText } from './json-text.ts';
import type { Meta } from './plan-document.ts';
import { planDocument, planJson } from './plan-json.ts';
import { reportPage } from './page/report-page.ts';
import { report } from './report.ts';
import { stockDocument } from './stock-json.ts';

const stockFile = ({ workflow, stockValidations }: Recommendation, planId: string): readonly [string, string][] =>
  workflow === 'validate-stock'
    ? [['stock_validation.json', jsonText({ plan_id: planId, stock_validations: stockValidations.map(stockDocument) })]]
    : [];

/** Every file of a plan's folder: its name and its text. */
export const documents = (recommendation: Recommendation, meta: Meta): ReadonlyMap<string, string> => {
  const plan = planDocument(recommendation, meta);
  const { plan_id, directives, trades, escalation } = plan;
  return new Map([
    ['report.md', report(recommendation, meta)],
    ['execution_guide.md', executionGuide(recommendation, meta)],
    ['dry_run.md', dryRun(recommendation, meta)],
    ['report.html', reportPage(recommendation, meta)],
    ['rebalancing_directives.json', jsonText({ plan_id, directives })],
    ['trade_list.json', jsonText({ plan_id, trades })],
    ...stockFile(recommendation, meta.planId),
    ...(escalation === null ? [] : ([['escalation.json', jsonText(escalation)]] as const)),
    ['plan.json', planJson(plan)],
  ]);
};
