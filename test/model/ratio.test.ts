import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRatios, compareRatios, distance, pctRatio, subtractRatios, toPct, weight } from '../../src/model/ratio.ts';
import { pct, usd } from '../account.ts';

const THIRD = { num: 1n, den: 3n };
const HALF = { num: 1n, den: 2n };

describe('weights compare exactly', () => {
  it.each([
    ['400000.00', '1000000.00', '40', 0],
    ['400000.01', '1000000.00', '40', 1],
    ['399999.99', '1000000.00', '40', -1],
    ['1.00', '3.00', '33.333333', 1],
    ['1.00', '3.00', '33.333334', -1],
    ['4000000000000.01', '10000000000000.00', '40', 1],
    ['0.00', '0.00', '0', 0],
    ['5.00', '0.00', '0', 0],
    ['5.00', '-1.00', '0', 0],
    ['-1.00', '100.00', '0', -1],
  ])('%s of %s against %s %%', (part, whole, limit, expected) => {
    expect(compareRatios(weight(usd(part), usd(whole)), pctRatio(pct(limit)))).toBe(expected);
  });

  it('sums what floats miss: 2.5 + 21.8 - 9.3 - 10.0 is 5, also as 46.8 - 25 and 16 - 6.7', () => {
    expect(2.5 + (46.8 - 25) - (16 - 6.7) - 10).toBeLessThan(5);
    const cash = ['46.8', '-25', '-16', '6.7', '-10'].reduce(
      (sum, change) => addRatios(sum, pctRatio(pct(change))),
      pctRatio(pct('2.5')),
    );
    expect(compareRatios(cash, pctRatio(pct('5')))).toBe(0);
  });
});

describe('arithmetic', () => {
  it.each([
    ['sum', addRatios(THIRD, HALF), { num: 5n, den: 6n }],
    ['difference', subtractRatios(THIRD, HALF), { num: -1n, den: 6n }],
    ['distance', distance(THIRD, HALF), { num: 1n, den: 6n }],
    ['distance the other way', distance(HALF, THIRD), { num: 1n, den: 6n }],
    ['distance to itself', distance(THIRD, THIRD), { num: 0n, den: 9n }],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it.each([
    ['a third', THIRD, 33_333_333n],
    ['two thirds', { num: 2n, den: 3n }, 66_666_667n],
    ['minus two thirds', { num: -2n, den: 3n }, -66_666_667n],
    ['half of a millionth of a percent', { num: 1n, den: 200_000_000n }, 1n],
    ['a little less', { num: 1n, den: 200_000_001n }, 0n],
    ['a half', HALF, 50_000_000n],
  ])('%s to a percentage', (_, ratio, expected) => {
    expect(toPct(ratio)).toBe(expected);
  });

  const ratios = fc.record({
    num: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    den: fc.bigInt({ min: 1n, max: 10n ** 15n }),
  });

  it('adding and taking away again changes nothing', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(compareRatios(subtractRatios(addRatios(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('compares the same way round as the difference', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(compareRatios(a, b)).toBe(-compareRatios(b, a) + 0);
        expect(Math.sign(Number(subtractRatios(a, b).num))).toBe(compareRatios(a, b));
      }),
    );
  });
});
