import type { Fill } from '../model/fill.ts';
import { dollarText } from '../model/figures.ts';
import { flowOf, type Intent, type MoneyFlow } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import { absCents, sumCents, worth, type Cents } from '../model/units.ts';

/** The money of a plan, if the cash of today does not show it yet, and what there is to say about that. */
export interface OpenFlow {
  readonly flow?: MoneyFlow;
  readonly issues: readonly Issue[];
}

const moved = ({ side, shares, price, fees }: Fill): Cents => {
  const value = worth(price, shares);
  return ((side === 'SELL' ? value : -value) - fees) as Cents;
};

const note = (code: string, flow: MoneyFlow, cash: Cents): Issue => ({
  code,
  level: 'note',
  detail: { amount: dollarText(flow.amount), cash: dollarText(cash), deposit: flow.kind === 'deposit' },
});

/**
 * Whether the money that a plan is about is still on its way: not where the cash of today is nearer to what it is with the money
 * than to what it is without. What it is without is the cash of the beginning and what the fills moved.
 */
export const openFlow = (intent: Intent | undefined, began: Cents, fills: readonly Fill[], cash: Cents): OpenFlow => {
  const flow = flowOf(intent);
  if (flow === undefined) return { issues: [] };
  const without = (began + sumCents(fills.map(moved))) as Cents;
  const withIt = (without + (flow.kind === 'deposit' ? flow.amount : -flow.amount)) as Cents;
  const isThere = absCents((cash - withIt) as Cents) < absCents((cash - without) as Cents);
  return isThere ? { issues: [note('flow-arrived', flow, cash)] } : { flow, issues: [note('flow-open', flow, cash)] };
};
