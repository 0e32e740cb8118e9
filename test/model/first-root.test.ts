// Where a quadratic first becomes negative, compared with walking there step by step.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstRoot, wholeRoot, wholeRootAbove, type Quadratic } from '../../src/model/first-root.ts';

const at = ({ a, b, c }: Quadratic, x: bigint): bigint => a * x * x + b * x + c;

const FAR = 400n;

/** The last whole number before the quadratic is negative for the first time, by walking; undefined: not within reach. */
const walked = (curve: Quadratic): bigint | undefined => {
  for (let x = 0n; x <= FAR; x += 1n) if (at(curve, x) < 0n) return x === 0n ? 0n : x - 1n;
  return undefined;
};

const small = (most: number) => fc.bigInt({ min: BigInt(-most), max: BigInt(most) });

test('the first root is where walking ends', () => {
  fc.assert(
    fc.property(small(9), small(60), fc.bigInt({ min: 0n, max: 900n }), (a, b, c) => {
      const root = firstRoot({ a, b, c });
      const end = walked({ a, b, c });
      if (root === undefined || root > FAR) expect(end).toBe(undefined);
      // Between two whole numbers a parabola may dip below zero and come back: then the root is nearer than the walk sees.
      else if (end === undefined || end - root > 1n) expect(a).toBeGreaterThan(0n);
      else expect([end, end - 1n]).toContain(root);
    }),
    { numRuns: 3_000, seed: 1 },
  );
});

test('a quadratic that is negative from the start has no room, one that never is has no end', () => {
  expect(firstRoot({ a: 1n, b: 5n, c: -1n })).toBe(0n);
  expect(firstRoot({ a: 0n, b: 0n, c: 0n })).toBe(undefined);
  expect(firstRoot({ a: 0n, b: 3n, c: 7n })).toBe(undefined);
  expect(firstRoot({ a: 1n, b: -2n, c: 2n })).toBe(undefined);
  expect(firstRoot({ a: -1n, b: 0n, c: 0n })).toBe(0n);
});

test('whole roots of numbers of any size', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 80n }), (root) => {
      expect(wholeRoot(root * root)).toBe(root);
      expect(wholeRootAbove(root * root)).toBe(root);
      expect(wholeRoot(root * root + 2n * root)).toBe(root);
      expect(wholeRootAbove(root * root + 1n)).toBe(root + 1n);
    }),
    { numRuns: 500, seed: 1 },
  );
});
