import { describe, expect, it } from 'vitest';
import { account, holding, ticker } from '../../account.ts';
import { failed, judged, resultOf } from './pick-judged.ts';

const MSFT = { ticker: ticker('MSFT') };
const onTop = { ...MSFT, basis: 'increment' } as const;

describe('position_size: the resulting position is at most 15 %', () => {
  it.each([
    ['14.999999', 'passed 14.999999 of 15', []],
    ['15', 'passed 15 of 15', []],
    ['15.000001', 'failed 15.000001 of 15', ['position_size']],
  ])('a new position of %s %%', (proposed, result, failures) => {
    const validation = judged(proposed, {}, { limits: { min_cash_pct: 0 } });
    expect([resultOf(validation, 'position_size'), failed(validation)]).toEqual([result, failures]);
  });

  it.each([
    ['a target is the resulting weight, whatever is held', '15', MSFT, 'passed 15 of 15'],
    ['a target over the limit', '15.000001', MSFT, 'failed 15.000001 of 15'],
    ['a target below what is held', '10', MSFT, 'passed 10 of 15'],
    ['an increment comes on top of 12.5 %: just under', '2.499999', onTop, 'passed 14.999999 of 15'],
    ['an increment comes on top of 12.5 %: exactly at', '2.5', onTop, 'passed 15 of 15'],
    ['an increment comes on top of 12.5 %: just over', '2.500001', onTop, 'failed 15.000001 of 15'],
    ['an increment to nothing is the resulting weight', '15', { basis: 'increment' as const }, 'passed 15 of 15'],
  ])('%s', (_, proposed, more, result) => {
    expect(resultOf(judged(proposed, more), 'position_size')).toBe(result);
  });

  it.each([
    ['125000.00', 'passed 15 of 15'],
    ['125000.01', 'failed 15.000001 of 15'],
  ])('counts what is held to the cent: %s', (held, result) => {
    const rest = held === '125000.00' ? '675000' : '674999.99';
    const portfolio = account('200000', [holding('MSFT', 'Technology', held), holding('SPY', 'Funds', rest)]);
    expect(resultOf(judged('2.5', onTop, { portfolio }), 'position_size')).toBe(result);
  });

  it('has its own key in the config', () => {
    const limits = { max_position_pct: 4.999999 };
    expect(failed(judged('5', {}, { limits }))).toEqual(['position_size']);
  });
});
