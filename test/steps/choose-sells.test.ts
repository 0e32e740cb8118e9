import { describe, expect, it } from 'vitest';
import type { Directive } from '../../src/model/directive.ts';
import { chooseSells } from '../../src/steps/1a-choose-sells.ts';
import { account, holding, limits, pct, restriction, shares, usd } from '../account.ts';
import { groundFor, sectorDirective, tickerDirective, typed, undone } from './ground-for.ts';

/** $100,000.00: 40 % Materials in four holdings of a tenth each; gains of 100 %, 25 %, -50 % and an unknown one. */
const HOLDINGS = [
  holding('NUE', 'Materials', '100', '100'),
  holding('KGC', 'Materials', '500', '20', { cost: usd('20000') }),
  holding('FCX', 'Materials', '200', '50', { cost: usd('8000') }),
  holding('NEM', 'Materials', '100', '100', { cost: usd('5000') }),
  holding('XOM', 'Energy', '500', '100'),
];
const PORTFOLIO = account('10000', HOLDINGS);

type Parts = Partial<Parameters<typeof groundFor>[0]>;
const sells = (directives: readonly Directive[], more: Parts = {}) =>
  chooseSells(groundFor({ portfolio: PORTFOLIO, directives, ...more }));
const sold = (target: string, more: Parts = {}) =>
  typed(sells([sectorDirective('reduce', 'Materials', target)], more).orders);
const by = (sell_order: string) => ({ config: limits({ trading: { sell_order } }) });

describe('the order of selling', () => {
  it.each([
    ['highest gain first, in part', '32', {}, ['SELL 80 NEM @ 100']],
    ['the first whole', '30', {}, ['SELL 100 NEM @ 100']],
    ['then the next in part', '25', {}, ['SELL 100 NEM @ 100', 'SELL 100 FCX @ 50']],
    [
      'the unknown gain last',
      '5',
      {},
      ['SELL 100 NEM @ 100', 'SELL 200 FCX @ 50', 'SELL 500 KGC @ 20', 'SELL 50 NUE @ 100'],
    ],
    [
      'lowest gain first, the unknown still last',
      '5',
      by('gain_asc'),
      ['SELL 500 KGC @ 20', 'SELL 200 FCX @ 50', 'SELL 100 NEM @ 100', 'SELL 50 NUE @ 100'],
    ],
    ['largest value first, ties by ticker', '25', by('value_desc'), ['SELL 200 FCX @ 50', 'SELL 250 KGC @ 20']],
  ] as const)('%s', (_, target, more, expected) => {
    expect(sold(target, more)).toEqual(expected);
  });

  it.each([
    ['ties in gain: the larger value', ['10', '20', '10'], ['SELL 20 BB @ 100', 'SELL 5 AA @ 100']],
    ['ties in gain and value: the ticker', ['20', '20', '10'], ['SELL 20 AA @ 100', 'SELL 5 BB @ 100']],
  ])('%s', (_, [first = '', second = '', third = ''], expected) => {
    const holdings = [
      holding('CC', 'Materials', third, '100', { statedGain: pct('10') }),
      holding('BB', 'Materials', second, '100', { statedGain: pct('10') }),
      holding('AA', 'Materials', first, '100', { statedGain: pct('10') }),
    ];
    const rest = { '10': '6000', '20': '5000' }[first];
    const keep = first === '10' ? '15' : '25';
    expect(sold(keep, { portfolio: account(rest ?? '', holdings) })).toEqual(expected);
  });

  it('ranks by the stated gain where the cost is unknown', () => {
    const holdings = [...HOLDINGS.slice(1), holding('NUE', 'Materials', '100', '100', { statedGain: pct('101') })];
    expect(sold('30', { portfolio: account('10000', holdings) })).toEqual(['SELL 100 NUE @ 100']);
  });
});

describe('the size', () => {
  it.each([
    ['rounds up to a whole share', '25.05', {}, 'SELL 99 FCX @ 50'],
    ['a cent more takes one more', '25.04999', {}, 'SELL 100 FCX @ 50'],
    ['in lots of 10', '25.05', { config: limits({ trading: { lot: 10 } }) }, 'SELL 100 FCX @ 50'],
    ['in lots of 150', '29', { config: limits({ trading: { lot: 150 } }) }, 'SELL 150 FCX @ 50'],
    ['whole where lots do not fit', '29', { config: limits({ trading: { lot: 300 } }) }, 'SELL 200 FCX @ 50'],
  ])('%s', (_, target, more, expected) => {
    expect(sold(target, more)).toEqual(['SELL 100 NEM @ 100', expected]);
  });

  it('sells a fraction only to close a position', () => {
    const portfolio = account('90000', [holding('KGC', 'Materials', '100.5', '100')]);
    expect(sold('0', { portfolio })).toEqual(['SELL 100.5 KGC @ 100']);
    expect(sold('0.01', { portfolio })).toEqual(['SELL 100.5 KGC @ 100']);
    expect(sold('1', { portfolio })).toEqual(['SELL 91 KGC @ 100']);
  });

  it.each([
    ['the minimum is made', '100.00', ['SELL 1 KGC @ 100'], []],
    ['a cent below it is listed', '99.99', [], ['KGC 99.99 below-minimum']],
  ])('%s', (_, value, orders, suppressed) => {
    const portfolio = account('9000', [holding('KGC', 'Materials', '1', value)]);
    const outcome = sells([sectorDirective('exit', 'Materials', '0')], { portfolio });
    expect([typed(outcome.orders), undone(outcome.suppressed)]).toEqual([orders, suppressed]);
  });

  it('leaves a rest below the minimum where it is, in one line', () => {
    const holdings = [
      holding('AA', 'Materials', '400', '50', { cost: usd('1000') }),
      holding('BB', 'Materials', '300', '20'),
      holding('DD', 'Materials', '10', '500'),
    ];
    const portfolio = account('69000', holdings);
    const outcome = sells([sectorDirective('reduce', 'Materials', '10.95')], { portfolio });
    expect([typed(outcome.orders), undone(outcome.suppressed)]).toEqual([
      ['SELL 400 AA @ 50'],
      ['BB 50.00 below-minimum'],
    ]);
  });
});

describe('what may not be sold', () => {
  it.each([
    ['restricted', 'both', ['SELL 200 FCX @ 50', 'SELL 250 KGC @ 20']],
    ['restricted for sales', 'sell', ['SELL 200 FCX @ 50', 'SELL 250 KGC @ 20']],
    ['restricted for purchases only', 'buy', ['SELL 100 NEM @ 100', 'SELL 100 FCX @ 50']],
  ] as const)('%s', (_, scope, expected) => {
    expect(sold('25', { restrictions: [restriction('NEM', { scope })] })).toEqual(expected);
  });

  it('is reported with its dollars where nobody else can be sold', () => {
    const restrictions = ['NEM', 'FCX', 'KGC'].map((symbol) => restriction(symbol));
    const outcome = sells([sectorDirective('reduce', 'Materials', '25')], { restrictions });
    expect([typed(outcome.orders), undone(outcome.unfilled)]).toEqual([
      ['SELL 100 NUE @ 100'],
      ['Materials 5000.00 nothing-to-sell'],
    ]);
  });
});

describe('directives for a ticker', () => {
  it.each([
    ['to a weight', tickerDirective('reduce', 'NEM', { kind: 'weight', target: pct('5') }), ['SELL 50 NEM @ 100']],
    [
      'to a weight, rounded up',
      tickerDirective('reduce', 'KGC', { kind: 'weight', target: pct('9.99') }),
      ['SELL 1 KGC @ 20'],
    ],
    ['out of it', tickerDirective('exit', 'NEM', { kind: 'weight', target: pct('0') }), ['SELL 100 NEM @ 100']],
    ['by shares', tickerDirective('reduce', 'NEM', { kind: 'shares', shares: shares('3') }), ['SELL 3 NEM @ 100']],
    [
      'by more shares than there are',
      tickerDirective('reduce', 'NEM', { kind: 'shares', shares: shares('300') }),
      ['SELL 100 NEM @ 100'],
    ],
    ['by a part', tickerDirective('reduce', 'KGC', { kind: 'part', part: pct('20') }), ['SELL 100 KGC @ 20']],
    [
      'by a part, rounded up',
      tickerDirective('reduce', 'KGC', { kind: 'part', part: pct('20.1') }),
      ['SELL 101 KGC @ 20'],
    ],
  ])('%s', (_, directive, expected) => {
    const config = limits({ trading: { min_trade_usd: 0 } });
    expect(typed(sells([directive], { config }).orders)).toEqual(expected);
  });

  it('counts the shares of a part, whatever the cents round to', () => {
    const portfolio = account('100000', [holding('KGC', 'Materials', '100', '100.0050')]);
    const directive = tickerDirective('reduce', 'KGC', { kind: 'part', part: pct('1') });
    expect(typed(sells([directive], { portfolio }).orders)).toEqual(['SELL 1 KGC @ 100.005']);
  });

  it('is reported where the ticker is restricted', () => {
    const directive = tickerDirective('exit', 'NEM', { kind: 'weight', target: pct('0') });
    const outcome = sells([directive], { restrictions: [restriction('NEM')] });
    expect([typed(outcome.orders), undone(outcome.unfilled)]).toEqual([[], ['NEM 10000.00 restricted']]);
  });

  it.each([
    [
      'a sale counts for its sector',
      tickerDirective('exit', 'FCX', { kind: 'weight', target: pct('0') }),
      ['SELL 200 FCX @ 50', 'SELL 50 NEM @ 100'],
    ],
    [
      'a hold is left alone by its sector',
      tickerDirective('hold', 'NEM', { kind: 'hold' }),
      ['SELL 200 FCX @ 50', 'SELL 250 KGC @ 20'],
    ],
    [
      'a purchase makes its sector sell more',
      tickerDirective('increase', 'NEM', { kind: 'shares', shares: shares('10') }),
      ['SELL 200 FCX @ 50', 'SELL 300 KGC @ 20'],
    ],
  ])('%s', (_, directive, expected) => {
    const reduce = sectorDirective('reduce', 'Materials', '25');
    expect(typed(sells([reduce, directive]).orders)).toEqual(expected);
  });
});
