import { pctRatio, weight, type Ratio } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { readDecimal, SCALE, type Pct } from '../../model/units.ts';
import { cashPath } from '../cash-path.ts';
import { dollarText } from '../../model/figures.ts';
import { limitText, pctText } from '../format.ts';
import { orderViews } from '../order-view.ts';
import { lengthsFor } from './lengths.ts';

/** The level below which cash is worth a note, where the limits have one above the floor. */
const warningOf = ({ findings }: Recommendation): Ratio | undefined => {
  const stated = findings.find(({ constraint }) => constraint === 'cash_minimum')?.detail?.['warning'];
  const parts = stated === undefined ? undefined : readDecimal(String(stated), SCALE.pct);
  return parts === undefined ? undefined : pctRatio(parts as Pct);
};

/** Cash at the start and after each order as bars on one scale, with the floor and the level of the warning. */
export const cashBars = (from: Recommendation): object | undefined => {
  const { before, steps } = from.rehearsal;
  if (steps.length === 0) return undefined;
  const floor = pctRatio(from.cashFloor.pct);
  const warning = warningOf(from);
  const start = weight(before.cash, before.total);
  const parts = steps.map(({ cash, total }) => weight(cash, total));
  const length = lengthsFor([start, ...parts, floor, ...(warning === undefined ? [] : [warning])]);
  const orders = orderViews(from);
  return {
    ...cashPath(from),
    floorAt: length(floor),
    floorPct: limitText(floor, floor),
    floorUsd: dollarText(from.cashFloor.usd),
    warningAt: warning === undefined ? '' : length(warning),
    warningPct: warning === undefined ? '' : limitText(warning, warning),
    first: { usd: dollarText(before.cash), pct: pctText(start, { decimals: 2, limit: floor }), is: length(start) },
    steps: steps.map((_, index) => {
      const { seq, side, quantity, ticker, cashAfter, cashAfterPct, isSell } = orders[index] ?? {};
      return { seq, side, quantity, ticker, cashAfter, cashAfterPct, isSell, is: length(parts[index] ?? floor) };
    }),
  };
};
