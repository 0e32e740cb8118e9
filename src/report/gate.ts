import type { Recommendation } from '../model/recommendation.ts';
import { addCents, sumCents, type Cents } from '../model/units.ts';
import { dollarText } from '../model/figures.ts';
import { cashMoved } from './order-view.ts';

/** What must be true between the sales and the purchases. */
export interface Gate {
  /** Cash when every sale has filled as planned. */
  readonly expected: string;
  /** The least cash with which every purchase can be paid and the floor remains. */
  readonly needed: string;
  /** What the purchases cost, fees included. */
  readonly purchases: string;
  readonly floor: string;
  /** Whether any purchase has fees. */
  readonly fees: boolean;
  /** Whether the plan itself reaches the needed cash. */
  readonly reached: boolean;
}

const cashAfterSales = ({ rehearsal }: Recommendation): Cents => {
  const sales = rehearsal.steps.filter(({ trade }) => trade.side === 'SELL');
  return (sales.at(-1) ?? rehearsal.before).cash;
};

/** The cash that has to be there before the first purchase, or undefined when nothing is bought. */
export const gate = (recommendation: Recommendation): Gate | undefined => {
  const purchases = recommendation.rehearsal.steps.filter(({ trade }) => trade.side === 'BUY');
  if (purchases.length === 0) return undefined;
  const cost = sumCents(purchases.map(({ trade }) => cashMoved(trade)));
  const needed = addCents(cost, recommendation.cashFloor.usd);
  const expected = cashAfterSales(recommendation);
  return {
    expected: dollarText(expected),
    needed: dollarText(needed),
    purchases: dollarText(cost),
    floor: dollarText(recommendation.cashFloor.usd),
    fees: purchases.some(({ trade }) => trade.fees > 0n),
    reached: expected >= needed,
  };
};
