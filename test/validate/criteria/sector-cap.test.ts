import { describe, expect, it } from 'vitest';
import { account, holding, ticker } from '../../account.ts';
import { failed, judged, resultOf } from './pick-judged.ts';

/** $1,000,000.00 with so much in Technology besides the pick. */
const technology = (value: string, rest: string) => ({
  portfolio: account('300000', [holding('AAPL', 'Technology', value), holding('SPY', 'Funds', rest)]),
});

describe('sector_cap: the sector is at most 40 % after the purchase', () => {
  it.each([
    ['a cent under', '299999.99', '400000.01', 'passed 39.999999 of 40', []],
    ['exactly at', '300000', '400000', 'passed 40 of 40', []],
    ['a cent over', '300000.01', '399999.99', 'failed 40.000001 of 40', ['sector_cap']],
  ])('%s', (_, value, rest, result, failures) => {
    const validation = judged('10', {}, technology(value, rest));
    expect([resultOf(validation, 'sector_cap'), failed(validation)]).toEqual([result, failures]);
  });

  it.each([
    ['a target adds what is missing to what is held', '15', 'target', 'passed 22.5 of 40'],
    ['a target that is held adds nothing', '12.5', 'target', 'passed 20 of 40'],
    ['an increment adds all of it', '15', 'increment', 'passed 35 of 40'],
  ] as const)('%s', (_, proposed, basis, result) => {
    expect(resultOf(judged(proposed, { ticker: ticker('MSFT'), basis }), 'sector_cap')).toBe(result);
  });

  it('opens a sector', () => {
    const portfolio = account('1000000', []);
    expect(resultOf(judged('10', {}, { portfolio }), 'sector_cap')).toBe('passed 10 of 40');
  });

  it.each([
    [29.999999, 'failed 30 of 29.999999'],
    [30, 'passed 30 of 30'],
  ])('max_sector_pct %s', (max_sector_pct, result) => {
    expect(resultOf(judged('10', {}, { limits: { max_sector_pct } }), 'sector_cap')).toBe(result);
  });
});
