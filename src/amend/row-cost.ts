import type { Ratio } from '../model/ratio.ts';
import type { Row } from '../model/portfolio.ts';
import { exactWorth, roundDivide, worth, type Cents, type Shares } from '../model/units.ts';
import type { Executed } from './executed.ts';

/** What all the shares of a row cost, as it is read: from the cost per share, else from the total; undefined if unknown. */
export const rowCost = ({ costPerShare, costTotal, shares }: Row): Cents | undefined =>
  costPerShare ? worth(costPerShare.value, shares) : costTotal?.value;

/** What a purchase adds to the cost: commissions are part of it, as US tax practice has it. */
export const costOf = ({ price, shares, fees }: Executed): Cents => (worth(price, shares) + fees) as Cents;

/** The total cost after a fill. A sale takes its part of the cost with it, so that the average stays. */
export const totalCostAfter = (before: Cents, held: Shares, after: Shares, fill: Executed): Cents =>
  fill.side === 'BUY' ? ((before + costOf(fill)) as Cents) : (roundDivide(before * after, held) as Cents);

/** The average cost of a share after a purchase, in dollars, before it is rounded to the decimals of its column. */
export const averageCostAfter = (row: Row, fill: Executed): Ratio => {
  const spent = exactWorth(fill.price, fill.shares) + fill.fees * 100_000_000n;
  const before = row.costTotal ? row.costTotal.value * 100_000_000n : (row.costPerShare?.value ?? 0n) * row.shares;
  // Prices and shares carry ten decimals together; one share is a million parts.
  return { num: before + spent, den: (row.shares + fill.shares) * 10_000n };
};
