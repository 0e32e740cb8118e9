import { describe, expect, it } from 'vitest';
import {
  atLeast,
  atMost,
  ceilDivide,
  cents,
  downToCents,
  exactOf,
  exactPart,
  exactWorth,
  floorDivide,
  lotsCovering,
  lotsWithin,
  roundDivide,
  sumCents,
  worth,
} from '../../src/model/units.ts';
import { pct, price, shares, usd } from '../account.ts';

describe('division', () => {
  it.each([
    [7n, 2n, 3n, 4n, 4n],
    [-7n, 2n, -4n, -3n, -4n],
    [6n, 2n, 3n, 3n, 3n],
    [-6n, 2n, -3n, -3n, -3n],
    [1n, 3n, 0n, 1n, 0n],
    [-1n, 3n, -1n, 0n, 0n],
    [2n, 3n, 0n, 1n, 1n],
    [-2n, 3n, -1n, 0n, -1n],
    [0n, 5n, 0n, 0n, 0n],
    [5n, 10n, 0n, 1n, 1n],
    [-5n, 10n, -1n, 0n, -1n],
    [-4n, 10n, -1n, 0n, 0n],
  ])('%d / %d: down %d, up %d, half away from zero %d', (a, b, down, up, round) => {
    expect([floorDivide(a, b), ceilDivide(a, b), roundDivide(a, b)]).toEqual([down, up, round]);
  });

  it('is exact beyond what a float holds', () => {
    expect(roundDivide(9_007_199_254_740_993n * 3n, 3n)).toBe(9_007_199_254_740_993n);
  });
});

describe('worth: price × shares, rounded to the cent', () => {
  it.each([
    ['84.11', '100', '8411.00'],
    ['0.0001', '1', '0.00'],
    ['0.0049', '1', '0.00'],
    ['0.0050', '1', '0.01'],
    ['0.0001', '100', '0.01'],
    ['104.1151', '330', '34357.98'],
    ['140.1234', '200.345', '28073.02'],
    ['1.005', '1', '1.01'],
    ['1.0049', '1', '1.00'],
    ['10', '0.000001', '0.00'],
    ['5000', '0.000001', '0.01'],
    ['1.005', '-1', '-1.01'],
    ['1.0049', '-1', '-1.00'],
    ['0', '100', '0.00'],
    ['999999.9999', '1000000', '999999999900.00'],
  ])('$%s × %s = $%s', (at, of, expected) => {
    expect(worth(price(at), shares(of))).toBe(usd(expected));
  });
});

describe('lotsWithin: how many lots a budget pays', () => {
  it.each([
    ['1000.00', '100', '1', 10n],
    ['999.99', '100', '1', 9n],
    ['1000.01', '100', '1', 10n],
    ['1000.00', '100', '10', 1n],
    ['999.99', '100', '10', 0n],
    ['100.00', '100.0001', '1', 0n],
    ['100.01', '100.0001', '1', 1n],
    ['0.00', '1', '1', 0n],
    ['-5.00', '1', '1', 0n],
    ['1.00', '0.0001', '1', 10_000n],
  ])('$%s at $%s in lots of %s', (budget, at, lot, expected) => {
    expect(lotsWithin(exactOf(usd(budget)), price(at), shares(lot))).toBe(expected);
  });
});

describe('lotsCovering: how many lots raise an amount', () => {
  it.each([
    ['1000.00', '100', '1', 10n],
    ['1000.01', '100', '1', 11n],
    ['999.99', '100', '1', 10n],
    ['0.01', '100', '1', 1n],
    ['1000.01', '100', '10', 2n],
    ['100.00', '100.0001', '1', 1n],
    ['100.00', '99.9999', '1', 2n],
    ['0.00', '1', '1', 0n],
    ['-5.00', '1', '1', 0n],
  ])('$%s at $%s in lots of %s', (amount, at, lot, expected) => {
    expect(lotsCovering(usd(amount), price(at), shares(lot))).toBe(expected);
  });
});

describe('a part of an amount: at most for a cap, at least for a floor', () => {
  it.each([
    ['40', '1000000.00', '400000.00', '400000.00'],
    ['5', '100.01', '5.00', '5.01'],
    ['5', '100.00', '5.00', '5.00'],
    ['33.333333', '0.03', '0.00', '0.01'],
    ['0', '100.00', '0.00', '0.00'],
    ['100', '99.99', '99.99', '99.99'],
    ['5', '-100.01', '-5.01', '-5.00'],
  ])('%s %% of $%s: %s, %s', (share, of, most, least) => {
    expect([atMost(pct(share), usd(of)), atLeast(pct(share), usd(of))]).toEqual([usd(most), usd(least)]);
  });
});

describe('sumCents', () => {
  it('adds what floats do not: 0.1 + 0.2', () => {
    expect(sumCents([usd('0.10'), usd('0.20')])).toBe(usd('0.30'));
  });

  it('of nothing is nothing', () => {
    expect(sumCents([])).toBe(cents(0n));
  });
});

describe('exact amounts: ten-billionths of a dollar', () => {
  it.each([
    ['1.005', '1', 10_050_000_000n, '1.00'],
    ['0.0001', '0.000001', 1n, '0.00'],
    ['33.3333', '3', 999_999_000_000n, '99.99'],
    ['1.005', '-1', -10_050_000_000n, '-1.01'],
  ])('$%s × %s', (at, of, exact, down) => {
    expect(exactWorth(price(at), shares(of))).toBe(exact);
    expect(downToCents(exactWorth(price(at), shares(of)))).toBe(usd(down));
  });

  it('hold amounts and parts of amounts without rounding', () => {
    expect(downToCents(exactOf(usd('-84.11')))).toBe(usd('-84.11'));
    expect(exactPart(pct('33.333333'), usd('0.01'))).toBe(33_333_333n);
    expect(exactPart(pct('5'), usd('100'))).toBe(exactOf(usd('5')));
  });
});
