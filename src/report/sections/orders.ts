import { isExcepted, type Exceptions } from '../../model/exceptions.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { inMarkdown } from '../in-markdown.ts';
import { orderViews } from '../order-view.ts';

/** The orders, in the order in which they are typed, and whether they may be: a plan that was rejected is as good as blocked. */
export const orders = (recommendation: Recommendation, exceptions?: Exceptions): object | undefined => {
  if (recommendation.plan.trades.length === 0) return undefined;
  const views = orderViews(recommendation).map((order) => inMarkdown(order, 'sector', 'why'));
  return {
    orders: views,
    blocked: recommendation.verdict === 'BLOCKED' || exceptions?.rejection !== undefined,
    conditional: recommendation.verdict === 'CONDITIONAL' && !isExcepted(exceptions),
    fees: views.some((order) => order.fees !== undefined),
  };
};
