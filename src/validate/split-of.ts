import type { Price } from '../model/units.ts';

/** How stocks are split or put together: so many new shares for so many old ones. */
const SPLITS: readonly (readonly [bigint, bigint])[] = [
  [3n, 2n],
  ...[2n, 3n, 4n, 5n, 6n, 7n, 8n, 10n, 12n, 15n, 20n, 25n, 30n, 40n, 50n, 100n].map((n) => [n, 1n] as const),
];

/** The market moves on beside a split: prices may miss its ratio by one part in this many. */
const MISS = 20n;

const near = (a: bigint, b: bigint): boolean => (a > b ? a - b : b - a) * MISS <= b;

/** The split that two prices of one ticker look like ("4 to 1", the higher price first), or undefined. */
export const splitOf = (a: Price, b: Price): string | undefined => {
  const [high, low] = a > b ? [a, b] : [b, a];
  const split = SPLITS.find(([more, less]) => near(high * less, low * more));
  return split === undefined ? undefined : `${split[0]} to ${split[1]}`;
};
