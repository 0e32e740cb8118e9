import { pctRatio, weight } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Cents } from '../model/units.ts';
import { dollarText } from '../model/figures.ts';
import { limitText, pctText } from './format.ts';

/** Cash at the start, where it is lowest on the way, and at the end. */
export interface CashPath {
  readonly start: string;
  readonly lowest: string;
  readonly end: string;
  readonly floor: string;
  /** The order after which cash is lowest; absent when it is lowest at the start. */
  readonly lowestAfter: number | undefined;
}

/** The way of cash through the plan. */
export const cashPath = ({ rehearsal, cashFloor }: Recommendation): CashPath => {
  const { before, after, steps } = rehearsal;
  const floor = pctRatio(cashFloor.pct);
  const text = (cash: Cents, total: Cents): string =>
    `${dollarText(cash)} (${pctText(weight(cash, total), { decimals: 2, limit: floor })})`;
  let lowest: { cash: Cents; total: Cents; seq?: number } = before;
  for (const [index, { cash, total }] of steps.entries()) {
    if (cash < lowest.cash) lowest = { cash, total, seq: index + 1 };
  }
  return {
    start: text(before.cash, before.total),
    lowest: text(lowest.cash, lowest.total),
    end: text(after.cash, after.total),
    floor: `${dollarText(cashFloor.usd)} (${limitText(floor, floor)})`,
    lowestAfter: lowest.seq,
  };
};
