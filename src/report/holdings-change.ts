import { dollarText, percentText, sharesText } from '../model/figures.ts';
import { compareText } from '../model/order.ts';
import type { PlanStatus } from '../model/plan-status.ts';
import { weight } from '../model/ratio.ts';
import type { State } from '../model/rehearsal.ts';
import { sectorName } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Cents, Shares } from '../model/units.ts';

const sharesOf = (state: State, ticker: Ticker): string =>
  sharesText(state.positions.get(ticker)?.shares ?? (0n as Shares));

const weightOf = (state: State, ticker: Ticker): string =>
  percentText(weight(state.positions.get(ticker)?.value ?? (0n as Cents), state.total));

const cashText = ({ cash, total }: State): string => `${dollarText(cash)} (${percentText(weight(cash, total))})`;

/** What the fills changed: every position that was traded, and cash, before and now. */
export const holdingsChange = ({ actual, spelling }: PlanStatus): object => {
  const { before, after, steps } = actual.rehearsal;
  const sectors = new Map(steps.map(({ trade }) => [trade.ticker, trade.sector] as const));
  return {
    positions: [...sectors]
      .sort(([a], [b]) => compareText(a, b))
      .map(([ticker, sector]) => ({
        ticker,
        sector: sectorName(sector, spelling),
        sharesBefore: sharesOf(before, ticker),
        sharesNow: sharesOf(after, ticker),
        weightBefore: weightOf(before, ticker),
        weightNow: weightOf(after, ticker),
      })),
    cashBefore: cashText(before),
    cashNow: cashText(after),
  };
};
