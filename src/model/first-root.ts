/** a·x² + b·x + c in whole numbers. */
export interface Quadratic {
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
}

/** The largest whole number whose square is at most a number that is not negative (Heron's method from above). */
export const wholeRoot = (square: bigint): bigint => {
  if (square < 2n) return square;
  let root = 1n << BigInt(2 * square.toString(16).length);
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
};

/** The smallest whole number whose square is at least a number that is not negative. */
export const wholeRootAbove = (square: bigint): bigint => {
  const root = wholeRoot(square);
  return root * root === square ? root : root + 1n;
};

/**
 * How far x may rise from 0 before the quadratic, which is not negative there, becomes negative: the first positive
 * root, rounded down (where it is irrational perhaps to one less). Undefined where it never becomes negative; 0 where it is negative at once.
 */
export const firstRoot = ({ a, b, c }: Quadratic): bigint | undefined => {
  if (c < 0n) return 0n;
  if (a === 0n) return b < 0n ? c / -b : undefined;
  const square = b * b - 4n * a * c;
  if (square < 0n) return undefined;
  if (b < 0n) return (2n * c) / (wholeRootAbove(square) - b);
  return a < 0n ? (b + wholeRoot(square)) / (-2n * a) : undefined;
};
