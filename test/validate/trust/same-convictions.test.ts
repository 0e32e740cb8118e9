import { expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { sameConvictions } from '../../../src/validate/trust/same-convictions.ts';
import { account, at, limits, market, pct, ticker } from '../../account.ts';
import { NOW, saidBy } from './claims.ts';

const convinced = (...convictions: readonly (string | undefined)[]) => ({
  portfolio: account('1000', []),
  directives: [],
  now: NOW,
  stocks: [],
  market: market({
    picks: convictions.map((conviction, index) => ({
      ticker: ticker(`A${String.fromCharCode(65 + index)}`),
      sector: sectorOf('Technology'),
      place: at(index + 1, 'market.json'),
      ...(conviction === undefined ? {} : { conviction: pct(conviction) }),
    })),
  }),
});

it.each([
  ['three alike', convinced('70', '70', '70'), ['convictions-all-same note market.json:1']],
  ['two alike', convinced('70', '70'), []],
  ['one that differs by a millionth', convinced('70', '70', '70.000001'), []],
  [
    'three alike among some without',
    convinced(undefined, '70', '70', '70'),
    ['convictions-all-same note market.json:2'],
  ],
  ['three without', convinced(undefined, undefined, undefined), []],
  ['no picks', convinced(), []],
])('%s', (_, statements, expected) => {
  expect(saidBy(sameConvictions, statements)).toEqual(expected);
});

it('says nothing without a market file', () => {
  expect(saidBy(sameConvictions, { portfolio: account('1000', []), directives: [], now: NOW, stocks: [] })).toEqual([]);
});

it('says how many and what', () => {
  expect(sameConvictions(convinced('70.5', '70.5', '70.5'), limits().trust)).toMatchObject([
    { detail: { count: 3, conviction: '70.5', file: 'market.json' } },
  ]);
});
