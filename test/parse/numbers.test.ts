import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoney, readPct, readPrice, readShares, type Reading } from '../../src/parse/numbers.ts';

const shown = (reading: Reading<bigint>): string => {
  if (reading.kind === 'value') return `${reading.approximate ? '~' : ''}${String(reading.value)}`;
  return reading.kind === 'absent' ? 'absent' : reading.code;
};

describe('amounts of dollars', () => {
  it.each([
    ['$1,234.56', '123456'],
    ['1234.5', '123450'],
    ['$1.2K', '120000'],
    ['$1.25M', '125000000'],
    ['$0.5B', '50000000000'],
    ['-$93.40', '-9340'],
    ['($93.40)', '-9340'],
    ['\u2212$93.40', '-9340'],
    ['\u2011$93.40', '-9340'],
    ['$-93.40', '-9340'],
    ['+$6,289', '628900'],
    ['\u00a0$\u00a01,234.56', '123456'],
    ['**$6,290.15**', '629015'],
    ['~$500', '~50000'],
    ['≈ 500 USD', '~50000'],
    ['🟢 $5', '500'],
    ['—', 'absent'],
    ['N/A', 'absent'],
    ['Unavailable', 'absent'],
    ['', 'absent'],
    ['1.234,56', 'decimal-comma'],
    ['25,5', 'decimal-comma'],
    ['1 234,56', 'decimal-comma'],
    ['1.234.567', 'decimal-comma'],
    ['€500', 'foreign-currency'],
    ['500 GBP', 'foreign-currency'],
    ['C$500', 'foreign-currency'],
    ['¥500', 'foreign-currency'],
    ['$1.234', 'too-many-digits'],
    ['$1234567890123456', 'too-many-digits'],
    ['$2T', 'number-too-large'],
    ['$1T', '100000000000000'],
    ['12%', 'number-unreadable'],
    ['1,20,000', 'number-unreadable'],
    ['+-5', 'number-unreadable'],
    ['(5', 'number-unreadable'],
    ['1e999', 'number-unreadable'],
    ['Infinity', 'number-unreadable'],
    ['abc', 'number-unreadable'],
  ])('%s is %s', (text, expected) => {
    expect(shown(readMoney(text))).toBe(expected);
  });
});

describe('the other units', () => {
  it.each([
    [readPct, '46.8%', '46800000'],
    [readPct, '+7.3 %', '7300000'],
    [readPct, '12.5', '12500000'],
    [readPct, '\u221210.35%', '-10350000'],
    [readPct, '25,5%', 'decimal-comma'],
    [readPct, '25,500%', 'decimal-comma'],
    [readPct, '$5', 'number-unreadable'],
    [readPrice, '0.0001', '1'],
    [readPrice, '0.00001', 'too-many-digits'],
    [readPrice, '1,085.19', '10851900'],
    [readShares, '1,250', '1250000000'],
    [readShares, '0.123456', '123456'],
    [readShares, '~500 shares', '~500000000'],
    [readShares, '$5', 'number-unreadable'],
    [readShares, '5%', 'number-unreadable'],
  ] as const)('%o reads %s as %s', (read, text, expected) => {
    expect(shown(read(text))).toBe(expected);
  });
});

it('answers any text', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-+$(),.%0-9KMB €~—' ]{0,40}$/)),
      (text) => {
        for (const read of [readMoney, readPct, readPrice, readShares]) {
          expect(['value', 'absent', 'refused']).toContain(read(text).kind);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

it('reads back every amount that it could have written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (cents) => {
      const whole = String(cents / 100n).replace(/\B(?=(\d{3})+$)/g, ',');
      const text = `$${whole}.${String(cents % 100n).padStart(2, '0')}`;
      expect(shown(readMoney(text))).toBe(String(cents));
      expect(shown(readMoney(`(${text})`))).toBe(String(-cents));
    }),
  );
});
