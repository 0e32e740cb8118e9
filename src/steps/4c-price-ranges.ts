import type { Finding } from '../model/finding.ts';
import type { PriceRange } from '../model/recommendation.ts';
import { ceilDivide, floorDivide, type Price } from '../model/units.ts';
import { dryRun, type DryRunInput } from './2-dry-run.ts';

/** Prices are stated in whole cents from a dollar up, below in 1/10,000 (SEC Rule 612). */
const tickOf = (price: bigint): bigint => (price >= 10_000n ? 100n : 1n);

/** The same plan with one ticker at another price: what is held of it is worth that price too. */
const repriced = (input: DryRunInput, index: number, price: Price): DryRunInput => {
  const ticker = input.trades[index]?.ticker;
  return {
    ...input,
    trades: input.trades.map((trade) => (trade.ticker === ticker ? { ...trade, price } : trade)),
    portfolio: {
      cash: input.portfolio.cash,
      holdings: input.portfolio.holdings.map((holding) =>
        holding.ticker === ticker ? { ...holding, price } : holding,
      ),
    },
  };
};

const nameOf = ({ constraint, subject }: Finding): string => `${constraint} ${subject}`;
const isBreach = ({ level }: Finding): boolean => level === 'approve' || level === 'block';

type Bounds = { low?: bigint; high?: bigint };

/**
 * Where the slack of each kept limit runs out. All slacks in dollars are linear in the price of one ticker, so two
 * rehearsals at different prices give the whole line.
 */
const crossings = (at: bigint, here: readonly Finding[], there: readonly Finding[], step: bigint): Bounds => {
  const others = new Map(there.map((finding) => [nameOf(finding), finding]));
  const bounds: Bounds = {};
  for (const finding of here) {
    const other = others.get(nameOf(finding));
    if (isBreach(finding) || finding.slackUsd === undefined || other?.slackUsd === undefined) continue;
    const slope = other.slackUsd - finding.slackUsd;
    if (slope > 0n) {
      const zero = at - floorDivide(finding.slackUsd * step, slope);
      if (bounds.low === undefined || zero > bounds.low) bounds.low = zero;
    } else if (slope < 0n) {
      const zero = at + floorDivide(finding.slackUsd * step, -slope);
      if (bounds.high === undefined || zero < bounds.high) bounds.high = zero;
    }
  }
  return bounds;
};

/** The farthest price toward `bound`, in ticks, at which no kept limit is breached. */
const verified = (holds: (price: bigint) => boolean, from: bigint, bound: bigint): bigint => {
  const tick = tickOf(bound);
  const outer = bound < from ? ceilDivide(bound, tick) * tick : floorDivide(bound, tick) * tick;
  if (holds(outer)) return outer;
  let [good, bad] = [from, outer];
  while (good - bad > tick || bad - good > tick) {
    const middle = floorDivide((good + bad) / 2n, tick) * tick;
    if (middle === good || middle === bad) break;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

const rangeOf = (input: DryRunInput, findings: readonly Finding[], index: number): PriceRange => {
  const at = input.trades[index]?.price ?? (0n as Price);
  const judged = (price: bigint) => dryRun(repriced(input, index, price as Price)).findings;
  const kept = new Set(findings.filter((finding) => !isBreach(finding)).map(nameOf));
  const holds = (price: bigint): boolean =>
    price > 0n && judged(price).every((finding) => !isBreach(finding) || !kept.has(nameOf(finding)));
  const { low, high } = crossings(at, findings, judged(at * 2n), at);
  return {
    ...(low === undefined || low <= 0n ? {} : { lowest: verified(holds, at, low) as Price }),
    ...(high === undefined ? {} : { highest: verified(holds, at, high) as Price }),
  };
};

/**
 * Step 4C: for each order, between which prices it may fill, all other prices unchanged, without breaching a limit
 * that the plan keeps.
 */
export const priceRanges = (input: DryRunInput, findings: readonly Finding[]): readonly PriceRange[] =>
  input.trades.map((_, index) => rangeOf(input, findings, index));
