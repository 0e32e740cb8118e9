// Sharing an amount out by the largest gap, against handing it out cent by cent.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { level, type Part } from '../../src/steps/1-level.ts';
import { runs } from '../properties/chance.ts';

const parts = fc.array(
  fc.record({
    gap: fc.bigInt({ min: -30n, max: 60n }),
    room: fc.bigInt({ min: 0n, max: 50n }),
    least: fc.constant(0n),
  }),
  { minLength: 1, maxLength: 5 },
);

/** A cent at a time to the one that is off the most and has room; not beyond its gap unless that may be overdone. */
const centByCent = (all: readonly Part[], amount: bigint, overdo: boolean): readonly bigint[] => {
  const given = all.map(() => 0n);
  for (let left = amount; left > 0n; left -= 1n) {
    let next = -1;
    for (const [at, { gap, room }] of all.entries()) {
      const off = gap - (given[at] ?? 0n);
      if ((given[at] ?? 0n) >= room || (!overdo && off <= 0n)) continue;
      if (next < 0 || off > (all[next]?.gap ?? 0n) - (given[next] ?? 0n)) next = at;
    }
    if (next < 0) break;
    given[next] = (given[next] ?? 0n) + 1n;
  }
  return given;
};

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

test('is what handing out cent by cent gives', () => {
  fc.assert(
    fc.property(parts, fc.bigInt({ min: 0n, max: 200n }), fc.boolean(), (all, amount, overdo) => {
      expect(level(all, amount, overdo)).toEqual(centByCent(all, amount, overdo));
    }),
    runs(3_000),
  );
});

test('nobody gets less than what is worth giving, and what the others can take is not left', () => {
  const withLeast = parts.chain((all) =>
    fc.tuple(fc.constant(all), fc.array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 5, maxLength: 5 })),
  );
  fc.assert(
    fc.property(withLeast, fc.bigInt({ min: 0n, max: 200n }), ([all, leasts], amount) => {
      const bound = all.map((one, at) => ({ ...one, least: leasts[at] ?? 0n }));
      const shares = level(bound, amount, true);
      for (const [at, { room, least }] of bound.entries()) {
        const share = shares[at] ?? 0n;
        expect(share === 0n || (share >= least && share <= room)).toBe(true);
      }
      expect(sum(shares) <= amount).toBe(true);
      const taking = bound.filter((_, at) => (shares[at] ?? 0n) > 0n);
      expect(sum(shares) === amount || taking.every((one) => shares[bound.indexOf(one)] === one.room)).toBe(true);
    }),
    runs(2_000),
  );
});

test('the property can fail: sharing out equally is something else', () => {
  const result = fc.check(
    fc.property(parts, fc.bigInt({ min: 0n, max: 200n }), (all, amount) => {
      expect(all.map(() => amount / BigInt(all.length))).toEqual(centByCent(all, amount, false));
    }),
    { ...runs(50), endOnFailure: true },
  );
  expect(result.failed).toBe(true);
});
