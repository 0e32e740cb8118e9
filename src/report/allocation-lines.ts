import { compareRatios, type Ratio } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { roundDivide } from '../model/units.ts';
import { cashRow, sectorRows, type AllocationRow } from './allocation-rows.ts';
import { limitText, pctText } from './format.ts';

/** What a bar is made of: what stays, what goes, what comes. */
const STAYS = '█';
const GOES = '░';
const COMES = '▒';

/** Columns beside a bar: a name, two weights and an aim. */
const BESIDE = 46;
const SHORTEST = 8;
const LONGEST = 40;

const blocks = ({ num, den }: Ratio, most: Ratio, width: number): number =>
  most.num === 0n ? 0 : Math.max(0, Number(roundDivide(num * most.den * BigInt(width), den * most.num)));

const barOf = ({ was, is }: AllocationRow, most: Ratio, width: number): string => {
  const [before, after] = [blocks(was, most, width), blocks(is, most, width)];
  const change = before > after ? GOES.repeat(before - after) : COMES.repeat(after - before);
  return `${STAYS.repeat(Math.min(before, after))}${change}`;
};

/** The allocation as lines of a terminal of that width, with bars on one scale. */
export const allocationLines = (from: Recommendation, width: number): readonly object[] => {
  const rows = [...sectorRows(from), cashRow(from)];
  const most = rows
    .flatMap(({ was, is }) => [was, is])
    .reduce((largest, part) => (compareRatios(part, largest) > 0 ? part : largest));
  const columns = Math.min(LONGEST, Math.max(SHORTEST, width - BESIDE));
  return rows.map((row) => ({
    name: row.name,
    before: pctText(row.was, { decimals: 2, limit: row.limit }),
    after: pctText(row.is, { decimals: 2, limit: row.limit }),
    target: row.target === undefined ? '' : limitText(row.target, row.is),
    bar: barOf(row, most, columns),
  }));
};
