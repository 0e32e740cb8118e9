import { pctRatio, weight } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { findingLimit } from '../finding-limit.ts';
import { dollarText } from '../../model/figures.ts';
import { limitText, pctText } from '../format.ts';
import { flowView } from '../intent-view.ts';
import { orderViews } from '../order-view.ts';

/** Cash after each order, beside what must remain at that moment. */
export const cash = (recommendation: Recommendation): object | undefined => {
  const { rehearsal, findings, cashFloor } = recommendation;
  const { before, steps } = rehearsal;
  const flow = flowView(recommendation);
  if (steps.length === 0 && flow.withdrawal === undefined) return undefined;
  const floorAt = (index: number): string => {
    const { cash: left, total } = steps[index] ?? before;
    const limit = findingLimit(findings, 'cash_throughout', String(index + 1));
    return limit === undefined ? '' : limitText(limit, weight(left, total));
  };
  const floor = pctRatio(cashFloor.pct);
  return {
    ...flow,
    start: {
      usd: dollarText(before.cash),
      pct: pctText(weight(before.cash, before.total), { decimals: 2, limit: floor }),
    },
    steps: orderViews(recommendation).map((order, index) => ({ ...order, floor: floorAt(index) })),
    floorPct: limitText(floor, floor),
    floorUsd: dollarText(cashFloor.usd),
  };
};
