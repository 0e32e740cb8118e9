import type { Recommendation } from '../model/recommendation.ts';
import type { PlanDocument } from './plan-document.ts';
import { waitingOrders } from './waiting-orders.ts';

/** When the orders settle, and which of them wait for that. */
export const settlement = (from: Recommendation): Pick<PlanDocument, 'settlement'> => {
  if (from.settlement === undefined) return {};
  const { account, trades, settles } = from.settlement;
  return { settlement: { account, trades, settles, waiting: waitingOrders(from) } };
};
