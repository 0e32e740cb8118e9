import type { Recommendation } from '../../model/recommendation.ts';
import { inMarkdown } from '../in-markdown.ts';
import { orderViews } from '../order-view.ts';

/** The orders, in the order in which they are typed; nothing of a plan that is blocked. */
export const orders = (recommendation: Recommendation): object | undefined => {
  if (recommendation.plan.trades.length === 0) return undefined;
  const views = orderViews(recommendation).map((order) => inMarkdown(order, 'sector', 'why'));
  return {
    orders: views,
    blocked: recommendation.verdict === 'BLOCKED',
    conditional: recommendation.verdict === 'CONDITIONAL',
    fees: views.some((order) => order.fees !== undefined),
  };
};
