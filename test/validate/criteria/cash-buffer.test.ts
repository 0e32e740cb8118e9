import { describe, expect, it } from 'vitest';
import { account, holding, ticker } from '../../account.ts';
import { failed, judged, resultOf } from './pick-judged.ts';

/** $1,000,000.00 with so much cash. */
const cash = (value: string, rest: string) => ({ portfolio: account(value, [holding('SPY', 'Funds', rest)]) });

describe('cash_buffer: at least 5 % is left after the purchase', () => {
  it.each([
    ['a cent over', '170000.01', '829999.99', 'passed 5.000001 of 5', []],
    ['exactly at', '170000', '830000', 'passed 5 of 5', []],
    ['a cent under', '169999.99', '830000.01', 'failed 4.999999 of 5', ['cash_buffer']],
    ['the account of test case 1', '25000', '975000', 'failed -9.5 of 5', ['cash_buffer']],
  ])('%s', (_, value, rest, result, failures) => {
    const validation = judged('12', {}, cash(value, rest));
    expect([resultOf(validation, 'cash_buffer'), failed(validation)]).toEqual([result, failures]);
  });

  it.each([
    ['a target costs what is missing to it', '15', 'target', 'passed 17.5 of 5'],
    ['a target that is held costs nothing', '12.5', 'target', 'passed 20 of 5'],
    ['an increment costs all of it', '15', 'increment', 'passed 5 of 5'],
    ['an increment costs all of it: just over', '15.000001', 'increment', 'failed 4.999999 of 5'],
  ] as const)('%s', (_, proposed, basis, result) => {
    expect(resultOf(judged(proposed, { ticker: ticker('MSFT'), basis }), 'cash_buffer')).toBe(result);
  });

  it.each([
    [10, 'passed 10 of 10'],
    [10.000001, 'failed 10 of 10.000001'],
    [0, 'passed 10 of 0'],
  ])('min_cash_pct %s', (min_cash_pct, result) => {
    expect(resultOf(judged('10', {}, { limits: { min_cash_pct } }), 'cash_buffer')).toBe(result);
  });

  it('refuses a purchase by an account that is worth nothing', () => {
    expect(failed(judged('10', {}, { portfolio: account('0', []) }))).toEqual(['cash_buffer']);
  });
});
