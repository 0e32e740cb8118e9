import { dollarText } from '../model/figures.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { sumCents } from '../model/units.ts';
import { cashMoved } from './order-view.ts';

/** The numbers of the purchases that wait for the proceeds of the sales; none but in a cash account. */
export const waitingOrders = ({ settlement, rehearsal: { steps } }: Recommendation): readonly number[] => {
  if (settlement?.account !== 'cash') return [];
  const buys = steps.flatMap(({ trade }, index) => (trade.side === 'BUY' ? [index + 1] : []));
  return buys.slice(settlement.paid);
};

/** The days and phases of an account of a stated kind; without one no purchase waits. */
export const settlementView = (from: Recommendation) => {
  const { settlement, rehearsal } = from;
  const waiting = waitingOrders(from);
  const costs = waiting.flatMap((seq) => rehearsal.steps[seq - 1]?.trade ?? []).map(cashMoved);
  return {
    settlement: {
      margin: settlement?.account === 'margin',
      cash: settlement?.account === 'cash',
      trades: settlement?.trades ?? '',
      settles: settlement?.settles ?? '',
      waits: waiting.length > 0,
      paid: rehearsal.steps.filter(({ trade }) => trade.side === 'BUY').length > waiting.length,
    },
    waitingCost: dollarText(sumCents(costs)),
  };
};
