import type { Run } from './plan-run.ts';
import { buysOf, HUNDRED, roundedCents, tradesOf, unless, type Property } from './property.ts';

/** True when cash is at least that many millionths of a percent of the whole. */
const isAtLeast = (cash: bigint, whole: bigint, percent: bigint): boolean => cash * HUNDRED >= percent * whole;

export const cashIsNeverNegative: Property = ({ result }) =>
  result.rehearsal.steps.flatMap(({ cash }, index) => unless(cash >= 0n, `${cash} cents after order ${index + 1}`));

/** In a SAFE plan cash rises to the buffer without falling back, and once there it stays. */
export const aSafePlanIsSafeAtEveryStep: Property = ({ result, config }) => {
  if (result.verdict !== 'SAFE') return [];
  const buffer = config.cash_throughout.min_pct;
  const { before, steps } = result.rehearsal;
  const moments = [before, ...steps];
  return steps.flatMap(({ cash, total }, index) => {
    const fellBack = moments.slice(0, index + 1).some((earlier) => cash * earlier.total < earlier.cash * total);
    const low = !isAtLeast(cash, total, buffer) && (fellBack || index === steps.length - 1);
    return unless(!low, `${cash} of ${total} cents after order ${index + 1}`);
  });
};

const floorOf = ({ sources, config }: Run): bigint => {
  const stated = sources.directives.find(({ kind }) => kind === 'cash');
  return stated?.kind === 'cash' ? stated.target : config.cash_minimum.min_pct;
};

/** What buys leave is at least the floor, in percent and in dollars. Without a buy cash only rises. */
export const buysLeaveTheFloor: Property = (run) => {
  if (buysOf(run).length === 0) return [];
  const { cash, total } = run.result.rehearsal.after;
  const floor = floorOf(run);
  return [
    ...unless(isAtLeast(cash, total - roundedCents(run), floor), `${cash} of ${total} cents left, floor ${floor}`),
    ...unless(cash >= run.config.cash_minimum.min_usd, `${cash} cents left`),
  ];
};

/** Sells raise cash before anything is bought, unless the fee is more than the sale brings. */
export const sellsRaiseCash: Property = (run) => {
  const { before, steps } = run.result.rehearsal;
  return tradesOf(run).flatMap((trade, index) => {
    const previous = steps[index - 1]?.cash ?? before.cash;
    const is = steps[index]?.cash ?? 0n;
    const raises = trade.side === 'SELL' && trade.value >= trade.fees;
    return unless(!raises || is >= previous, `order ${index + 1} sells and lowers cash`);
  });
};
