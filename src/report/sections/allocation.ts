import { subtractRatios, weight, type Ratio } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import type { State } from '../../model/rehearsal.ts';
import { sectorName } from '../../model/sector.ts';
import { compareText } from '../../model/order.ts';
import type { Ticker } from '../../model/ticker.ts';
import { roundDivide, type Cents, type Shares } from '../../model/units.ts';
import { markdownText } from '../escape.ts';
import { findingLimit } from '../finding-limit.ts';
import { dollarText, sharesText } from '../../model/figures.ts';
import { pctText, pointsText } from '../format.ts';

const NONE = 0n as Cents;

/** A bar of one block for every two percent. */
const bar = ({ num, den }: Ratio): string => {
  const blocks = Number(roundDivide(num * 50n, den));
  return '█'.repeat(Math.max(0, Math.min(50, blocks)));
};

interface Row {
  readonly name: string;
  readonly before: Cents;
  readonly after: Cents;
  readonly limit: Ratio | undefined;
}

const rowView = ({ name, before, after, limit }: Row, from: State, to: State) => {
  const was = weight(before, from.total);
  const is = weight(after, to.total);
  return {
    name: markdownText(name),
    before: pctText(was, { decimals: 2, limit }),
    after: pctText(is, { decimals: 2, limit }),
    change: pointsText(subtractRatios(is, was)),
    valueBefore: dollarText(before),
    valueAfter: dollarText(after),
    barBefore: bar(was),
    barAfter: bar(is),
  };
};

const sectorRows = ({ rehearsal: { before, after }, findings, spelling }: Recommendation): readonly Row[] =>
  [...new Set([...before.sectors.keys(), ...after.sectors.keys()])]
    .map((sector) => ({
      name: sectorName(sector, spelling),
      before: before.sectors.get(sector) ?? NONE,
      after: after.sectors.get(sector) ?? NONE,
      limit: findingLimit(findings, 'sector_cap', sector),
    }))
    .sort((a, b) => (a.after === b.after ? compareText(a.name, b.name) : a.after > b.after ? -1 : 1));

const positionView = (ticker: Ticker, { rehearsal: { before, after }, findings, spelling }: Recommendation) => {
  const [was, is] = [before.positions.get(ticker), after.positions.get(ticker)];
  const row = { name: ticker, before: was?.value ?? NONE, after: is?.value ?? NONE };
  const position = is ?? was;
  return {
    ...rowView({ ...row, limit: findingLimit(findings, 'position_limit', ticker) }, before, after),
    sector: position === undefined ? '' : markdownText(sectorName(position.sector, spelling)),
    sharesBefore: sharesText(was?.shares ?? (0n as Shares)),
    sharesAfter: sharesText(is?.shares ?? (0n as Shares)),
  };
};

/** Allocation before and after, by sector and for every position that an order touches. */
export const allocation = (recommendation: Recommendation): object => {
  const { rehearsal, findings } = recommendation;
  const { before, after, steps } = rehearsal;
  const touched = [...new Set(steps.map(({ trade }) => trade.ticker))].sort(compareText);
  const moved = new Set(touched);
  const untouched = [...before.positions.keys()].filter((ticker) => !moved.has(ticker));
  const limit = findingLimit(findings, 'cash_minimum', 'Cash');
  return {
    trades: steps.length > 0,
    sectors: sectorRows(recommendation).map((row) => rowView(row, before, after)),
    cash: rowView({ name: '', before: before.cash, after: after.cash, limit }, before, after),
    total: { before: dollarText(before.total), after: dollarText(after.total) },
    positions: touched.map((ticker) => positionView(ticker, recommendation)),
    untouched: untouched.map((ticker) => positionView(ticker, recommendation)),
  };
};
