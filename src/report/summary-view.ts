import type { Recommendation } from '../model/recommendation.ts';
import { allocationLines } from './allocation-lines.ts';
import { cashPath } from './cash-path.ts';
import { constraintLines } from './constraint-line.ts';
import { orderViews } from './order-view.ts';
import { pickView } from './pick-view.ts';
import type { Meta } from './plan-document.ts';
import { verdictView } from './verdict-view.ts';

/** Everything that the summaries for the terminal say about a plan. */
export const summaryView = (recommendation: Recommendation, meta: Meta, folder: string, width: number): object => ({
  ...verdictView(recommendation, meta),
  folder,
  rows: orderViews(recommendation),
  allocation: recommendation.plan.trades.length === 0 ? [] : allocationLines(recommendation, width),
  limits: constraintLines(recommendation),
  cash: cashPath(recommendation),
  picks: recommendation.stockValidations.map(pickView),
  stock: recommendation.workflow === 'validate-stock',
  escalated: recommendation.escalation !== undefined,
});
