import { compareRatios, subtractRatios } from '../../model/ratio.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { cashRow, sectorRows, type AllocationRow } from '../allocation-rows.ts';
import { limitText, pctText, pointsText } from '../format.ts';
import { lengthsFor, type Length } from './lengths.ts';

const rowView = ({ name, was, is, limit, target }: AllocationRow, length: Length) => ({
  name,
  before: pctText(was, { decimals: 2, limit }),
  after: pctText(is, { decimals: 2, limit }),
  change: pointsText(subtractRatios(is, was)),
  changes: compareRatios(was, is) !== 0,
  was: length(was),
  is: length(is),
  limit: limit === undefined ? '' : limitText(limit, is),
  limitAt: limit === undefined ? '' : length(limit),
  target: target === undefined ? '' : limitText(target, is),
  targetAt: target === undefined ? '' : length(target),
});

/** The sectors and cash as bars on one scale: before, after, what they may be and what they are meant to be. */
export const allocationBars = (from: Recommendation): object => {
  const sectors = sectorRows(from);
  const cash = cashRow(from);
  const shown = [...sectors, cash].flatMap(({ was, is, limit, target }) => [was, is, limit, target]);
  const length = lengthsFor(shown.filter((part) => part !== undefined));
  return { sectors: sectors.map((row) => rowView(row, length)), cash: [rowView(cash, length)] };
};
