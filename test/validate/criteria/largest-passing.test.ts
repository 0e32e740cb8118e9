import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../../../src/model/stock-validation.ts';
import { PICK_CRITERIA } from '../../../src/validate/validate-pick.ts';
import { account, holding, pct, restriction, ticker } from '../../account.ts';
import { failed, judged, largest } from './pick-judged.ts';

const MSFT = ticker('MSFT');
/** $1,000,000.00 with a third of a percent in cash beyond what 7 % would cost. */
const THIRDS = account('123333.33', [holding('SPY', 'Funds', '876666.67')]);

describe('the six together', () => {
  it('are judged in the order of the founding document', () => {
    expect(PICK_CRITERIA.map(({ id }) => id)).toEqual(CRITERIA);
    expect(judged('5').results.map(({ criterion }) => criterion)).toEqual(CRITERIA);
  });

  it('approve only together, and then there is no larger allocation to name', () => {
    const approved = judged('15');
    expect([approved.status, failed(approved), largest(approved)]).toEqual(['APPROVED_FOR_PO', [], undefined]);
  });

  it('reject test case 3: TSLA 20 %, conviction 55', () => {
    const rejected = judged('20', { ticker: ticker('TSLA'), conviction: pct('55') });
    expect([rejected.status, failed(rejected), largest(rejected)]).toEqual([
      'REJECTED',
      ['conviction', 'position_size', 'cash_buffer'],
      undefined,
    ]);
  });
});

describe('the largest allocation that would pass', () => {
  it.each([
    ['is the position limit', judged('20', {}, { portfolio: account('1000000', []) }), '15'],
    ['is what cash leaves, rounded down to a hundredth', judged('12', {}, { portfolio: THIRDS }), '7.33'],
    ['is what the sector leaves', judged('12', {}, { limits: { max_sector_pct: 28.126 } }), '8.12'],
    ['is just below the proposal', judged('15.000001', {}), '15'],
    ['may be a hundredth of a percent', judged('12', {}, { limits: { max_sector_pct: 20.01 } }), '0.01'],
    [
      'is none where even a hundredth is too much',
      judged('12', {}, { limits: { max_sector_pct: 20.009999 } }),
      undefined,
    ],
    ['is none for a conviction that is too low', judged('12', { conviction: pct('64') }), undefined],
    ['is none for a restricted ticker', judged('20', {}, { restrictions: [restriction('NVDA')] }), undefined],
  ])('%s', (_, validation, expected) => {
    expect([validation.status, largest(validation)]).toEqual(['REJECTED', expected]);
  });

  it.each([
    ['a target beyond what is held (12.5 %)', 'target', '20', {}, '15'],
    ['a target: the first hundredth beyond what is held', 'target', '20', { max_position_pct: 12.51 }, '12.51'],
    ['a target: nothing beyond what is held', 'target', '20', { max_position_pct: 12.5 }, undefined],
    ['an increment', 'increment', '5', {}, '2.5'],
    ['an increment: a hundredth', 'increment', '5', { max_position_pct: 12.51 }, '0.01'],
    ['an increment: nothing', 'increment', '5', { max_position_pct: 12.5 }, undefined],
  ] as const)('in its own basis: %s', (_, basis, proposed, limits, expected) => {
    expect(largest(judged(proposed, { ticker: MSFT, basis }, { limits }))).toBe(expected);
  });
});
