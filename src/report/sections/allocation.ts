import { subtractRatios, weight, type Ratio } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { sectorName } from '../../model/sector.ts';
import { compareText } from '../../model/order.ts';
import type { Ticker } from '../../model/ticker.ts';
import { roundDivide, type Cents, type Shares } from '../../model/units.ts';
import { cashRow, sectorRows, type AllocationRow } from '../allocation-rows.ts';
import { markdownText } from '../escape.ts';
import { findingLimit } from '../finding-limit.ts';
import { dollarText, sharesText } from '../../model/figures.ts';
import { pctText, pointsText } from '../format.ts';
import { flowView } from '../intent-view.ts';

const NONE = 0n as Cents;

/** A bar of one block for every two percent. */
const bar = ({ num, den }: Ratio): string => {
  const blocks = Number(roundDivide(num * 50n, den));
  return '█'.repeat(Math.max(0, Math.min(50, blocks)));
};

type Row = Pick<AllocationRow, 'name' | 'before' | 'after' | 'was' | 'is' | 'limit'>;

const rowView = ({ name, before, after, was, is, limit }: Row) => ({
  name: markdownText(name),
  before: pctText(was, { decimals: 2, limit }),
  after: pctText(is, { decimals: 2, limit }),
  change: pointsText(subtractRatios(is, was)),
  valueBefore: dollarText(before),
  valueAfter: dollarText(after),
  barBefore: bar(was),
  barAfter: bar(is),
});

const positionView = (ticker: Ticker, { rehearsal: { before, after }, findings, spelling }: Recommendation) => {
  const [was, is] = [before.positions.get(ticker), after.positions.get(ticker)];
  const [old, now] = [was?.value ?? NONE, is?.value ?? NONE];
  const position = is ?? was;
  return {
    ...rowView({
      name: ticker,
      before: old,
      after: now,
      was: weight(old, before.total),
      is: weight(now, after.total),
      limit: findingLimit(findings, 'position_limit', ticker),
    }),
    sector: position === undefined ? '' : markdownText(sectorName(position.sector, spelling)),
    sharesBefore: sharesText(was?.shares ?? (0n as Shares)),
    sharesAfter: sharesText(is?.shares ?? (0n as Shares)),
  };
};

/** Allocation before and after, by sector and for every position that an order touches. */
export const allocation = (recommendation: Recommendation): object => {
  const { before, after, steps } = recommendation.rehearsal;
  const touched = [...new Set(steps.map(({ trade }) => trade.ticker))].sort(compareText);
  const untouched = [...before.positions.keys()].filter((ticker) => !touched.includes(ticker));
  return {
    trades: steps.length > 0,
    sectors: sectorRows(recommendation).map(rowView),
    cash: rowView(cashRow(recommendation)),
    ...flowView(recommendation),
    total: { before: dollarText(before.total), after: dollarText(after.total) },
    positions: touched.map((ticker) => positionView(ticker, recommendation)),
    untouched: untouched.map((ticker) => positionView(ticker, recommendation)),
  };
};
