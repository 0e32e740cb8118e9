import { describe, expect, it } from 'vitest';
import type { Market } from '../../../src/model/market.ts';
import { sectorOf } from '../../../src/model/sector.ts';
import { DAY, limits, market, stockPick } from '../../account.ts';
import { validatePick } from '../../../src/validate/validate-pick.ts';
import { failed, judged, MILLION, resultOf } from './pick-judged.ts';

const rank = (...ranks: readonly (readonly [string, number])[]): Market =>
  market({ rankings: new Map(ranks.map(([name, value]) => [sectorOf(name), value])) });

/** The same without any market file. */
const withoutMarket = (section: Readonly<Record<string, unknown>>) =>
  validatePick(stockPick('NVDA', 'Technology', '5'), {
    portfolio: MILLION,
    restrictions: [],
    day: DAY,
    limits: limits({ stock_criteria: section }).stock_criteria,
  });

describe('regime_alignment: the sector ranks fifth or better', () => {
  it.each([
    ['first', rank(['Technology', 1]), 'passed 1 of 5'],
    ['fifth', rank(['Technology', 5]), 'passed 5 of 5'],
    ['sixth', rank(['Technology', 6]), 'failed 6 of 5'],
    ['by another name', rank(['Information Technology', 2]), 'passed 2 of 5'],
    ['not ranked', rank(['Energy', 1]), 'failed unranked of 5'],
    ['nothing ranked', rank(), 'failed unranked of 5'],
  ])('%s', (_, given, result) => {
    expect(resultOf(judged('5', {}, { market: given }), 'regime_alignment')).toBe(result);
  });

  it('fails without a market file', () => {
    const validation = withoutMarket({});
    expect([resultOf(validation, 'regime_alignment'), failed(validation)]).toEqual([
      'failed unranked of 5',
      ['regime_alignment'],
    ]);
  });

  it.each([
    [1, 1, 'passed 1 of 1'],
    [1, 2, 'failed 2 of 1'],
    [11, 11, 'passed 11 of 11'],
  ])('max_sector_rank %i: rank %i', (max_sector_rank, ranked, result) => {
    const context = { market: rank(['Technology', ranked]), limits: { max_sector_rank } };
    expect(resultOf(judged('5', {}, context), 'regime_alignment')).toBe(result);
  });

  it.each([
    ['no market file', 'passed unranked of 5', () => withoutMarket({ when_no_market: 'skip' })],
    [
      'a market file without rankings',
      'passed unranked of 5',
      () => judged('5', {}, { market: rank(), limits: { when_no_market: 'skip' } }),
    ],
    [
      'a market file that does not rank this sector',
      'failed unranked of 5',
      () => judged('5', {}, { market: rank(['Energy', 1]), limits: { when_no_market: 'skip' } }),
    ],
    [
      'a market file that ranks it sixth',
      'failed 6 of 5',
      () => judged('5', {}, { market: rank(['Technology', 6]), limits: { when_no_market: 'skip' } }),
    ],
  ])('when_no_market: skip, with %s', (_, result, validation) => {
    expect(resultOf(validation(), 'regime_alignment')).toBe(result);
  });
});
