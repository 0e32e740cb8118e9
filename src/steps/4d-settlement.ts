import type { Settlement } from '../model/recommendation.ts';
import type { Rehearsal } from '../model/rehearsal.ts';
import { settlementDay, tradeDay, type AccountKind } from '../model/settlement.ts';

/** How many of the purchases, in their order, the cash that there was before any sale pays. */
const paidBefore = ({ before, steps }: Rehearsal): number => {
  let [settled, paid]: [bigint, number] = [before.cash, 0];
  let previous = before.cash;
  for (const { trade, cash } of steps) {
    if (trade.side === 'BUY') {
      settled -= previous - cash;
      if (settled < 0n) break;
      paid += 1;
    }
    previous = cash;
  }
  return paid;
};

/**
 * Step 4D, for a cash account: which purchases can be paid with settled cash, and when the proceeds of the sales are settled, so that the
 * rest can. The cash of the portfolio counts as settled; the order of the plan, and with it the verdict, stays. Source:
 * Regulation T, 12 CFR 220.8 (a cash account pays in full, and does not sell what it has not paid for).
 */
export const settlementOf = (account: AccountKind, rehearsal: Rehearsal, now: string): Settlement | undefined => {
  if (account === 'unstated') return undefined;
  const trades = tradeDay(now);
  return { account, trades, settles: settlementDay(trades), paid: paidBefore(rehearsal) };
};
