// Text to whole parts and back: nothing is rounded, and nothing that does not fit is accepted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromNumber, readDecimal, writeDecimal } from '../../src/model/units.ts';

describe('readDecimal', () => {
  it.each([
    ['1234.5', 2, 123_450n],
    ['-1234.5', 2, -123_450n],
    ['+1.25', 2, 125n],
    ['.25', 2, 25n],
    ['-.25', 2, -25n],
    ['5.', 2, 500n],
    ['5', 0, 5n],
    ['0.10', 2, 10n],
    ['1.2500', 2, 125n],
    ['-0', 2, 0n],
    ['007', 0, 7n],
    ['123456789012345678901234567890.01', 2, 12_345_678_901_234_567_890_123_456_789_001n],
  ])('%s with %d places', (text, places, expected) => {
    expect(readDecimal(text, places)).toBe(expected);
  });

  it.each([
    '',
    '.',
    '-',
    '+',
    '1.251',
    '1,234',
    '1e3',
    '$5',
    ' 5',
    '5 ',
    '0x10',
    'NaN',
    'Infinity',
    '1.2.3',
    '٣',
    '--1',
  ])('refuses %j', (text) => {
    expect(readDecimal(text, 2)).toBeUndefined();
  });
});

describe('writeDecimal', () => {
  it.each([
    [123_450n, 2, 0, '1234.5'],
    [123_450n, 2, 2, '1234.50'],
    [5n, 2, 2, '0.05'],
    [-5n, 2, 2, '-0.05'],
    [0n, 4, 2, '0.00'],
    [0n, 4, 0, '0'],
    [841_100n, 4, 2, '84.11'],
    [841_151n, 4, 2, '84.1151'],
    [7n, 0, 0, '7'],
    [100n, 0, 0, '100'],
  ])('%d with %d places, at least %d', (parts, places, least, expected) => {
    expect(writeDecimal(parts, places, least)).toBe(expected);
  });
});

describe('fromNumber', () => {
  it.each([
    [0.1, 2, 10n],
    [46.8, 6, 46_800_000n],
    [1e21, 2, 100_000_000_000_000_000_000_000n],
    [1.5e-6, 7, 15n],
    [-1.5e-6, 7, -15n],
    [0.000001, 6, 1n],
    [1e-7, 7, 1n],
    [-0, 2, 0n],
    [1e30, 0, 1_000_000_000_000_000_000_000_000_000_000n],
  ])('%d with %d places', (value, places, expected) => {
    expect(fromNumber(value, places)).toBe(expected);
  });

  it.each([
    ['not finite', Infinity, 2],
    ['not finite', -Infinity, 2],
    ['not a number', NaN, 2],
    ['too many places', 0.125, 2],
    ['a sum of floats', 0.1 + 0.2, 6],
    ['too small', 5e-324, 6],
    ['too large', 1e300, 2],
  ])('refuses what is %s: %d', (_, value, places) => {
    expect(fromNumber(value, places)).toBeUndefined();
  });
});

describe('there and back', () => {
  const places = fc.integer({ min: 0, max: 8 });
  const parts = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

  it('what is written is read as the same parts', () => {
    fc.assert(
      fc.property(parts, places, fc.integer({ min: 0, max: 8 }), (value, scale, least) => {
        expect(readDecimal(writeDecimal(value, scale, Math.min(least, scale)), scale)).toBe(value);
      }),
    );
  });

  it('more places only add zeros', () => {
    fc.assert(
      fc.property(parts, places, (value, scale) => {
        expect(readDecimal(writeDecimal(value, scale), scale + 3)).toBe(value * 1000n);
      }),
    );
  });

  it('a number of JSON text is the number that was written (15 digits)', () => {
    const digits = fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n });
    fc.assert(
      fc.property(digits, places, (value, scale) => {
        expect(fromNumber(Number(writeDecimal(value, scale)), scale)).toBe(value);
      }),
    );
  });
});
