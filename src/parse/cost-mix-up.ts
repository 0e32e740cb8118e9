import type { Issue } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import type { Row } from '../model/portfolio.ts';
import { HUNDRED_PCT, ONE_SHARE, worth, type Cents } from '../model/units.ts';
import { issueAt } from './issue-at.ts';

/** True when a lies within a factor of three of b. */
const near = (a: bigint, b: bigint): boolean => a * 3n >= b && a <= b * 3n;

/** True when a stated gain confirms, within two points, that `cost` was paid for the row. */
const confirmed = (row: Row, cost: Cents): boolean => {
  if (!row.statedGainPct || cost <= 0n) return false;
  const gained = ((worth(row.price, row.shares) - cost) * HUNDRED_PCT) / cost;
  const gap = gained - row.statedGainPct.value;
  return gap < 2_000_000n && gap > -2_000_000n;
};

const statedCost = (row: Row): Cents | undefined =>
  row.costPerShare ? worth(row.costPerShare.value, row.shares) : row.costTotal?.value;

/** True when the stated cost is off by about the number of shares: a total under "per share", or the reverse. */
const mixedUp = (row: Row): boolean => {
  const cost = statedCost(row);
  const value = worth(row.price, row.shares);
  if (cost === undefined || cost <= 0n || near(cost, value) || confirmed(row, cost)) return false;
  const other = row.costPerShare ? (cost * ONE_SHARE) / row.shares : (cost * row.shares) / ONE_SHARE;
  return near(other, value);
};

/** What all the shares of each row cost, where that is known, and one issue for a column that was mixed up. */
export const costsOf = (
  rows: readonly Row[],
): { readonly costs: ReadonlyMap<Row, Cents>; readonly issues: readonly Issue[] } => {
  const wrong = rows.filter(mixedUp);
  const known = rows.flatMap((row): (readonly [Row, Cents])[] => {
    const cost = wrong.includes(row) ? undefined : statedCost(row);
    return cost !== undefined && cost > 0n ? [[row, cost]] : [];
  });
  const [first] = wrong;
  const stated: Stated<bigint> | undefined = first?.costPerShare ?? first?.costTotal;
  if (!first || !stated) return { costs: new Map(known), issues: [] };
  const [is, should] = first.costPerShare
    ? ['the cost of one share', 'the cost of all shares']
    : ['the cost of all shares', 'the cost of one share'];
  const detail = { ticker: first.ticker, rows: wrong.length, is, should, tickers: wrong.map((row) => row.ticker) };
  return {
    costs: new Map(known),
    issues: [issueAt('cost-column-mixed-up', 'approve', stated.place, detail, first.ticker)],
  };
};
