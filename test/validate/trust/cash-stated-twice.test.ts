import { expect, it } from 'vitest';
import { cashStatedTwice } from '../../../src/validate/trust/cash-stated-twice.ts';
import { limits, stated, usd } from '../../account.ts';
import { documentThat, saidBy } from './claims.ts';

const cash = (...amounts: readonly string[]) =>
  documentThat({ cash: amounts.map((amount, index) => stated(usd(amount), index + 1)) });

it.each([
  ['not at all', cash(), []],
  ['once', cash('100000'), []],
  ['twice the same', cash('100000', '100000.00'), []],
  ['a cent apart', cash('100000', '100000.01'), ['cash-stated-twice block Portfolio.md:2']],
  ['three times, the last differs', cash('100000', '100000', '99999'), ['cash-stated-twice block Portfolio.md:3']],
  [
    'three times, each differs from the first',
    cash('100000', '1', '1'),
    ['cash-stated-twice block Portfolio.md:2', 'cash-stated-twice block Portfolio.md:3'],
  ],
])('cash stated %s', (_, statements, expected) => {
  expect(saidBy(cashStatedTwice, statements)).toEqual(expected);
});

it('names the place of the first', () => {
  expect(cashStatedTwice(cash('100000', '120000'), limits().trust)).toMatchObject([
    { subject: 'Cash', detail: { stated: '$120,000.00', first: '$100,000.00', first_place: 'Portfolio.md:1:3' } },
  ]);
});
