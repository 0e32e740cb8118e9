import { describe, expect, it } from 'vitest';
import { dollarText, percentText, pointsText, priceText, sharesText } from '../../src/model/figures.ts';
import { pctRatio } from '../../src/model/ratio.ts';
import { pct, price, shares, usd } from '../account.ts';

describe('figures as people read them', () => {
  it.each([
    ['0', '$0.00'],
    ['0.05', '$0.05'],
    ['-0.05', '-$0.05'],
    ['999.99', '$999.99'],
    ['1000', '$1,000.00'],
    ['-1234567.8', '-$1,234,567.80'],
    ['-123456', '-$123,456.00'],
  ])('%s dollars', (amount, expected) => {
    expect(dollarText(usd(amount))).toBe(expected);
  });

  it.each([
    ['84.11', '$84.11'],
    ['84.1', '$84.10'],
    ['84.1151', '$84.1151'],
    ['1085.19', '$1,085.19'],
    ['0.0001', '$0.0001'],
  ])('a price of %s', (each, expected) => {
    expect(priceText(price(each))).toBe(expected);
  });

  it.each([
    ['1234', '1,234'],
    ['0.5', '0.5'],
    ['1000.000001', '1,000.000001'],
    ['12', '12'],
  ])('%s shares', (count, expected) => {
    expect(sharesText(shares(count))).toBe(expected);
  });

  it.each([
    ['46.8', '46.8%'],
    ['5', '5%'],
    ['33.333333', '33.33%'],
    ['0.005', '0.01%'],
    ['0.004999', '0%'],
    ['-0.005', '-0.01%'],
    ['100', '100%'],
  ])('%s percent', (percent, expected) => {
    expect(percentText(pctRatio(pct(percent)))).toBe(expected);
  });

  it('points between two percentages, whichever is larger', () => {
    const [low, high] = [pctRatio(pct('9.25')), pctRatio(pct('12'))];
    expect([pointsText(low, high), pointsText(high, low)]).toEqual(['2.75', '2.75']);
  });
});
