import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../../src/model/sector.ts';
import { pricesBetweenInputs } from '../../../src/validate/trust/prices-between-inputs.ts';
import { account, at, holding, limits, market, price, stockPick, ticker } from '../../account.ts';
import { NOW, saidBy } from './claims.ts';

const pickAt = (line: number, each?: string, symbol = 'NVDA') => ({
  ticker: ticker(symbol),
  sector: sectorOf('Technology'),
  place: at(line, 'market.json'),
  ...(each === undefined ? {} : { price: price(each) }),
});
const held = account('1000', [holding('NVDA', 'Technology', '10', '100')]);
const inputs = (...picks: readonly ReturnType<typeof pickAt>[]) => ({
  portfolio: held,
  directives: [],
  now: NOW,
  market: market({ picks }),
  stocks: [],
});

describe('one ticker has one price, within 5 %', () => {
  it.each([
    ['100', []],
    ['105', []],
    ['95', []],
    ['105.0001', ['prices-differ approve market.json:5']],
    ['94.9999', ['prices-differ approve market.json:5']],
    ['900', ['prices-differ approve market.json:5']],
    ['1000', ['split-probable block market.json:5']],
    [undefined, []],
  ])('the account says $100.00, the market file %s', (each, expected) => {
    expect(saidBy(pricesBetweenInputs, inputs(pickAt(5, each)))).toEqual(expected);
  });

  it('compares a stock file with the account, and with the market file where it is not held', () => {
    const stocks = [
      stockPick('NVDA', 'Technology', '5', { price: price('106') }),
      stockPick('LLY', 'Healthcare', '5', { price: price('106') }),
    ];
    const statements = { ...inputs(pickAt(5, '100', 'LLY')), stocks };
    expect(saidBy(pricesBetweenInputs, statements)).toEqual([
      'prices-differ approve nvda.json:1',
      'prices-differ approve lly.json:1',
    ]);
  });

  it('compares with the first price, and names it', () => {
    const issues = pricesBetweenInputs(inputs(pickAt(5, '104'), pickAt(6, '106')), limits().trust);
    expect(issues).toMatchObject([
      {
        place: { line: 6 },
        detail: { price: '$106.00', other: '$100.00', other_place: 'Portfolio.md:1:3', gap: '6%' },
      },
    ]);
  });

  it.each([
    [0, '100.0001', 1],
    [100, '200', 0],
    [100, '200.0001', 1],
  ])('price_gap_pct %d: %s', (price_gap_pct, each, count) => {
    expect(saidBy(pricesBetweenInputs, inputs(pickAt(5, each)), { price_gap_pct })).toHaveLength(count);
  });
});

describe('prices in the ratio of a split', () => {
  it.each([
    ['200', '2 to 1'],
    ['50', '2 to 1'],
    ['150', '3 to 2'],
    ['66.6667', '3 to 2'],
    ['300', '3 to 1'],
    ['400', '4 to 1'],
    ['500', '5 to 1'],
    ['10', '10 to 1'],
    ['2000', '20 to 1'],
    ['5000', '50 to 1'],
    ['1', '100 to 1'],
    ['380', '4 to 1'],
    ['379.9999', undefined],
    ['420', '4 to 1'],
    ['420.0001', undefined],
    ['142.5', '3 to 2'],
    ['142.4999', undefined],
    ['157.5', '3 to 2'],
    ['157.5001', undefined],
    ['110', undefined],
    ['900', undefined],
    ['100000', undefined],
  ])('$100.00 and %s: %s', (each, split) => {
    const [issue] = pricesBetweenInputs(inputs(pickAt(5, each)), limits().trust);
    const expected = split === undefined ? ['prices-differ', 'approve', ''] : ['split-probable', 'block', split];
    expect([issue?.code, issue?.level, issue?.detail['split']]).toEqual(expected);
  });

  it('are looked at only beyond the gap that the config allows', () => {
    expect(saidBy(pricesBetweenInputs, inputs(pickAt(5, '200')), { price_gap_pct: 100 })).toEqual([]);
  });
});
