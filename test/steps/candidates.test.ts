import { describe, expect, it } from 'vitest';
import { sectorOf } from '../../src/model/sector.ts';
import { downToCents, SCALE, writeDecimal } from '../../src/model/units.ts';
import { candidatesFor, notAskedFor } from '../../src/steps/1b-candidates.ts';
import { account, holding, limits, pct, price, restriction, stockPick, ticker } from '../account.ts';
import { groundFor, pick, sectorDirective, tickerDirective } from './ground-for.ts';

const TECHNOLOGY = sectorOf('Technology');
/** $100,000.00, a tenth of it MSFT. */
const PORTFOLIO = account('50000', [
  holding('MSFT', 'Technology', '100', '100'),
  holding('XOM', 'Energy', '400', '100'),
]);
const raise = sectorDirective('increase', 'Technology', '30');

type Parts = Partial<Parameters<typeof groundFor>[0]>;
const ground = (more: Parts) => groundFor({ portfolio: PORTFOLIO, directives: [raise], ...more });
/** `NVDA 70`: who is chosen, with their part; then `TSLA conviction-low`: who is not. */
const candidates = (more: Parts) => {
  const { chosen, rejected } = candidatesFor(ground(more), TECHNOLOGY);
  return [
    chosen.map((one) => `${one.ticker} ${one.part}`).join(', '),
    rejected.map((one) => `${one.ticker} ${one.reason}`).join(', '),
  ];
};
const caps = (more: Parts) =>
  candidatesFor(ground(more), TECHNOLOGY).chosen.map(
    (one) => `${one.ticker} ${writeDecimal(downToCents(one.cap), SCALE.cents, 2)}`,
  );
const tech = (symbol: string, more: Parameters<typeof pick>[3] = {}) => pick(symbol, 'Technology', '100', more);
const convinced = (symbol: string, conviction: string) => tech(symbol, { conviction: pct(conviction) });
const weighing = (symbol: string, weight: string, conviction = '70') =>
  tech(symbol, { weight: pct(weight), conviction: pct(conviction) });

describe('the order and the parts of picks', () => {
  it.each([
    ['by weight, if each has one', [weighing('AA', '10', '90'), weighing('BB', '30')], 'BB 30000000, AA 10000000'],
    [
      'by conviction, if one has no weight',
      [weighing('AA', '90', '66'), convinced('BB', '70')],
      'BB 70000000, AA 66000000',
    ],
    [
      'by conviction, if one weighs nothing',
      [weighing('AA', '0', '66'), weighing('BB', '1')],
      'BB 70000000, AA 66000000',
    ],
    ['as listed, if one has no conviction', [tech('BB'), convinced('AA', '90')], 'BB 1, AA 1'],
    ['ties as listed', [convinced('ZZ', '70'), convinced('AA', '70')], 'ZZ 70000000, AA 70000000'],
    [
      'as listed, if convictions say nothing',
      [convinced('CC', '70'), convinced('BB', '70'), convinced('AA', '70')],
      'CC 1, BB 1, AA 1',
    ],
  ])('%s', (_, picks, expected) => {
    expect(candidates({ picks })).toEqual([expected, '']);
  });

  it('takes the best three', () => {
    const picks = [convinced('AA', '66'), convinced('BB', '90'), convinced('CC', '80'), convinced('DD', '70')];
    expect(candidates({ picks })).toEqual(['BB 90000000, CC 80000000, DD 70000000', 'AA beyond-best']);
    const config = limits({ trading: { max_picks_per_sector: 1 } });
    expect(candidates({ picks, config })[0]).toBe('BB 90000000');
  });

  it('takes only picks of the sector', () => {
    expect(candidates({ picks: [tech('AA'), pick('CVX', 'Energy', '100')] })).toEqual(['AA 1', '']);
  });
});

describe('who may not be bought', () => {
  it.each([
    ['a conviction below the minimum', { picks: [convinced('AA', '64.999999')] }, 'AA conviction-low'],
    ['a restricted ticker', { picks: [tech('AA')], restrictions: [restriction('AA')] }, 'AA restricted'],
    [
      'a ticker restricted for purchases',
      { picks: [tech('AA')], restrictions: [restriction('AA', { scope: 'buy' })] },
      'AA restricted',
    ],
    ['one that is held under another sector', { picks: [tech('XOM')] }, 'XOM sector-differs'],
    [
      'one without a price',
      { picks: [{ ...pick('AA', 'Technology', '1'), price: undefined as never }] },
      'AA no-price',
    ],
    [
      'one with a directive of its own',
      { picks: [tech('AA')], directives: [raise, tickerDirective('hold', 'AA', { kind: 'hold' })] },
      'AA own-directive',
    ],
    [
      'a stock file that fails a criterion',
      { stocks: [stockPick('AA', 'Technology', '20', { price: price('100') })] },
      'AA criteria-failed',
    ],
  ])('%s: no holding stands in for it', (_, parts, rejected) => {
    expect(candidates(parts)).toEqual(['', rejected]);
  });

  it.each([
    ['exactly the minimum of conviction', { picks: [convinced('AA', '65')] }],
    ['no conviction at all', { picks: [tech('AA')] }],
    ['restricted for sales only', { picks: [tech('AA')], restrictions: [restriction('AA', { scope: 'sell' })] }],
    ['restricted until yesterday', { picks: [tech('AA')], restrictions: [restriction('AA', { until: '2026-01-07' })] }],
  ])('%s may', (_, parts) => {
    expect(candidates(parts)[1]).toBe('');
  });

  it('takes the account’s price where the pick has none, or another', () => {
    const { chosen } = candidatesFor(ground({ picks: [pick('MSFT', 'Technology', '104')] }), TECHNOLOGY);
    expect(chosen).toMatchObject([{ ticker: 'MSFT', price: price('100') }]);
  });
});

describe('how much a position may be worth', () => {
  const nvda = (proposed: string, more = {}) =>
    stockPick('NVDA', 'Technology', proposed, { price: price('100'), ...more });
  const msft = (proposed: string, more = {}) => stockPick('MSFT', 'Technology', proposed, more);

  it.each([
    ['the position limit', { picks: [tech('AA')] }, ['AA 15000.00']],
    ['a stock file: what was validated', { stocks: [nvda('12')] }, ['NVDA 12000.00']],
    [
      'a stock file: no more than the position limit',
      { stocks: [nvda('15')], config: limits({ position_limit: { max_pct: 11 } }) },
      ['NVDA 11000.00'],
    ],
    [
      'a stock file stands for the pick of the same ticker',
      { stocks: [nvda('12')], picks: [tech('NVDA')] },
      ['NVDA 12000.00'],
    ],
    ['a target is the resulting position', { stocks: [msft('12')] }, ['MSFT 12000.00']],
    ['an increment comes on top of what is held', { stocks: [msft('2', { basis: 'increment' })] }, ['MSFT 12000.00']],
  ])('%s', (_, parts, expected) => {
    expect(caps(parts)).toEqual(expected);
  });
});

describe('nobody named a pick', () => {
  const two = account('50000', [
    holding('MSFT', 'Technology', '300', '100'),
    holding('AAPL', 'Technology', '100', '100'),
    holding('XOM', 'Energy', '100', '100'),
  ]);

  it('takes what is held there, in proportion to value', () => {
    expect(candidates({ portfolio: two })).toEqual(['MSFT 3000000, AAPL 1000000', '']);
  });

  it.each([
    ['restricted ones', { restrictions: [restriction('MSFT')] }],
    ['those with a directive of their own', { directives: [raise, tickerDirective('hold', 'MSFT', { kind: 'hold' })] }],
  ])('leaves out %s', (_, more) => {
    expect(candidates({ portfolio: two, ...more })).toEqual(['AAPL 1000000', '']);
  });

  it('has nobody where nothing is held', () => {
    expect(candidates({ portfolio: account('1000', []) })).toEqual(['', '']);
  });
});

describe('picks that nobody asked for', () => {
  it('are listed, with the graver reason where there is one', () => {
    const picks = [
      pick('CVX', 'Energy', '100'),
      pick('LLY', 'Healthcare', '100', { conviction: pct('10') }),
      tech('AA'),
    ];
    const rejected = notAskedFor(ground({ picks }), new Set([TECHNOLOGY]));
    expect(rejected.map(({ ticker: symbol, reason }) => `${symbol} ${reason}`)).toEqual([
      'CVX sector-not-raised',
      'LLY conviction-low',
    ]);
    expect(rejected[0]?.ticker).toBe(ticker('CVX'));
  });
});
