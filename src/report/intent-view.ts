import { dollarText } from '../model/figures.ts';
import { flowing, flowOf, type Intent } from '../model/intent.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { pctRatio, weight } from '../model/ratio.ts';
import { subtractCents } from '../model/units.ts';
import { pctText } from './format.ts';
import { say } from './say.ts';

/** What the person wanted of the plan, in words; plain text, not yet escaped. */
export const intentWords = (intent: Intent): string =>
  intent.kind === 'restraint'
    ? say('phrases/intent-restraint', { no_sell: intent.noSell, within_band: intent.withinBand })
    : say(`phrases/intent-${intent.kind}`, { amount: dollarText(intent.amount) });

/** Money that comes in first or leaves last, and what cash is around it. */
interface Flow {
  readonly amount: string;
  /** The cash before a deposit, as the document states it; before a withdrawal, what the orders leave. */
  readonly cashBefore: string;
  readonly cashBeforePct: string;
  readonly cashAfter: string;
  readonly cashAfterPct: string;
}

/** The money that flows beside the orders, under its name: each undefined where there is none. */
export interface FlowView {
  readonly deposit: Flow | undefined;
  readonly withdrawal: Flow | undefined;
}

/** The money that flows beside the orders. */
export const flowView = ({ intent, rehearsal, cashFloor }: Recommendation): FlowView => {
  const flow = flowOf(intent);
  const none: FlowView = { deposit: undefined, withdrawal: undefined };
  if (flow === undefined) return none;
  const { before, after, steps } = rehearsal;
  const deposit = flowing(flow, 'deposit');
  const outside = { cash: subtractCents(before.cash, deposit), total: subtractCents(before.total, deposit) };
  const [from, to] = flow.kind === 'deposit' ? [outside, before] : [steps.at(-1) ?? before, after];
  const pct = ({ cash, total }: typeof outside) =>
    pctText(weight(cash, total), { decimals: 2, limit: pctRatio(cashFloor.pct) });
  const view: Flow = {
    amount: dollarText(flow.amount),
    cashBefore: dollarText(from.cash),
    cashBeforePct: pct(from),
    cashAfter: dollarText(to.cash),
    cashAfterPct: pct(to),
  };
  return { ...none, [flow.kind]: view };
};
