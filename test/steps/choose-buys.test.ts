// Steps 1A to 1C together: what is bought with the money that there is, and what stays undone.
import { describe, expect, it } from 'vitest';
import { listTrades } from '../../src/steps/1c-list-trades.ts';
import { account, holding, limits, pct, price, restriction, shares, stockPick } from '../account.ts';
import { cashDirective, groundwork, pick, sectorDirective, tickerDirective, typed, undone } from './ground-for.ts';

/** $100,000.00, half of it cash. */
const PORTFOLIO = account('50000', [
  holding('MSFT', 'Technology', '100', '100'),
  holding('XOM', 'Energy', '400', '100'),
]);
const technology = (target: string) => sectorDirective('increase', 'Technology', target);
const tech = (symbol: string, each = '100', more = {}) => pick(symbol, 'Technology', each, more);

type Parts = Parameters<typeof groundwork>[0];
const planned = (directives: Parts['directives'], more: Partial<Parts> = {}) => {
  const { plan, issues } = listTrades(groundwork({ portfolio: PORTFOLIO, directives, ...more }));
  return {
    trades: typed(plan.trades),
    unfilled: undone(plan.unfilled),
    suppressed: undone(plan.suppressed),
    rejected: plan.rejectedPicks.map(({ ticker, reason }) => `${ticker} ${reason}`),
    notes: issues.map(({ code }) => code),
  };
};
const NOTHING = { trades: [], unfilled: [], suppressed: [], rejected: [], notes: [] };

describe('a sector is raised', () => {
  it('with its picks, in proportion, up to its target', () => {
    const picks = [tech('AA', '100', { conviction: pct('75') }), tech('BB', '100', { conviction: pct('67.5') })];
    expect(planned([technology('29')], { picks })).toEqual({
      ...NOTHING,
      trades: ['BUY 100 AA @ 100', 'BUY 90 BB @ 100'],
    });
  });

  it('beyond the limit of one pick with the others', () => {
    const picks = [tech('AA', '100', { weight: pct('90') }), tech('BB', '100', { weight: pct('10') })];
    expect(planned([technology('30')], { picks }).trades).toEqual(['BUY 150 AA @ 100', 'BUY 50 BB @ 100']);
  });

  it('counts what is held of a pick against its limit', () => {
    const outcome = planned([technology('30')], { picks: [tech('MSFT')] });
    expect([outcome.trades, outcome.unfilled]).toEqual([['BUY 50 MSFT @ 100'], ['Technology 15000.00 positions-full']]);
  });

  it('with what is held where nobody named a pick', () => {
    expect(planned([technology('14')]).trades).toEqual(['BUY 40 MSFT @ 100']);
  });

  it.each([
    [
      'nobody can be bought',
      { directives: [sectorDirective('increase', 'Healthcare', '10')] },
      ['Healthcare 10000.00 no-pick'],
    ],
    [
      'the only pick is restricted',
      { picks: [tech('AA')], restrictions: [restriction('AA')] },
      ['Technology 10000.00 no-eligible-pick'],
    ],
    [
      'the only pick is not convincing',
      { picks: [tech('AA', '100', { conviction: pct('64') })] },
      ['Technology 10000.00 no-eligible-pick'],
    ],
  ])('is UNFILLED where %s', (_, { directives = [technology('20')], ...more }: Partial<Parts>, expected) => {
    const outcome = planned(directives, more);
    expect([outcome.trades, outcome.unfilled]).toEqual([[], expected]);
  });

  it('lists picks of sectors that nobody raised', () => {
    const picks = [tech('AA'), pick('CVX', 'Energy', '100')];
    expect(planned([technology('14')], { picks }).rejected).toEqual(['CVX sector-not-raised']);
  });

  it('buys an increment of a stock file on top of what is held', () => {
    const stocks = [stockPick('MSFT', 'Technology', '3', { basis: 'increment', price: price('100') })];
    const outcome = planned([technology('20')], { stocks });
    expect([outcome.trades, outcome.unfilled]).toEqual([['BUY 30 MSFT @ 100'], ['Technology 7000.00 positions-full']]);
  });
});

describe('cash', () => {
  const picks = ['AA', 'BB', 'CC'].map((symbol) => tech(symbol));

  it('stays at the minimum: purchases are scaled down, with a note', () => {
    const portfolio = account('20000', [holding('XOM', 'Energy', '800', '100')]);
    const outcome = planned([technology('15.3')], { portfolio, picks });
    expect(outcome).toMatchObject({
      trades: ['BUY 50 AA @ 100', 'BUY 50 BB @ 100', 'BUY 50 CC @ 100'],
      notes: ['buys-scaled'],
    });
  });

  it.each([
    ['exactly enough is no scaling', '15', []],
    ['a dollar short is', '15.001', ['buys-scaled']],
  ])('%s', (_, target, notes) => {
    const portfolio = account('20000', [holding('XOM', 'Energy', '800', '100')]);
    expect(planned([technology(target)], { portfolio, picks }).notes).toEqual(notes);
  });

  it('stays at the stated target instead of the minimum', () => {
    const portfolio = account('20000', [holding('XOM', 'Energy', '800', '100')]);
    const outcome = planned([technology('15'), cashDirective('11')], { portfolio, picks });
    expect(outcome.trades).toEqual(['BUY 30 AA @ 100', 'BUY 30 BB @ 100', 'BUY 30 CC @ 100']);
  });

  it('stays at the minimum in dollars where that is more', () => {
    const portfolio = account('20000', [holding('XOM', 'Energy', '800', '100')]);
    const config = limits({ cash_minimum: { min_usd: 17000 } });
    expect(planned([technology('15')], { portfolio, picks, config }).trades).toEqual([
      'BUY 10 AA @ 100',
      'BUY 10 BB @ 100',
      'BUY 10 CC @ 100',
    ]);
  });

  it('is what the sells bring in, too', () => {
    const portfolio = account('5000', [holding('XOM', 'Energy', '950', '100')]);
    const outcome = planned([sectorDirective('reduce', 'Energy', '80'), technology('15')], { portfolio, picks });
    expect(outcome.trades).toEqual(['SELL 150 XOM @ 100', 'BUY 50 AA @ 100', 'BUY 50 BB @ 100', 'BUY 50 CC @ 100']);
  });

  it('below its floor buys nothing, whatever the limits leave', () => {
    const portfolio = account('160', [holding('AA', 'Technology', '368', '5')]);
    const config = limits({ cash_minimum: { min_usd: 12345.67 } });
    expect(planned([technology('95')], { portfolio, config }).trades).toEqual([]);
  });
});

describe('fees are set aside first', () => {
  const config = limits({ trading: { fee_per_order_usd: 10 } });
  const portfolio = account('20000', [holding('XOM', 'Energy', '800', '100')]);

  it('so that targets and floor are parts of what is left', () => {
    const picks = [tech('AA', '1')];
    const { plan } = listTrades(groundwork({ portfolio, directives: [technology('10')], picks, config }));
    expect(typed(plan.trades)).toEqual(['BUY 9999 AA @ 1']);
    expect(plan.trades.map(({ fees }) => fees)).toEqual([1000n]);
  });

  it('for every order', () => {
    const directives = [sectorDirective('reduce', 'Energy', '70'), technology('25')];
    const picks = [tech('AA', '1'), tech('BB', '1')];
    expect(planned(directives, { portfolio, picks, config }).trades).toEqual([
      'SELL 101 XOM @ 100',
      'BUY 12496 AA @ 1',
      'BUY 12496 BB @ 1',
    ]);
  });
});

describe('a ticker is bought', () => {
  const bought = (directive: Parts['directives'][number], more: Partial<Parts> = {}) => planned([directive], more);

  it.each([
    ['to a weight', tickerDirective('increase', 'MSFT', { kind: 'weight', target: pct('12') }), 'BUY 20 MSFT @ 100'],
    ['by shares', tickerDirective('increase', 'MSFT', { kind: 'shares', shares: shares('7') }), 'BUY 7 MSFT @ 100'],
    ['by a part', tickerDirective('increase', 'MSFT', { kind: 'part', part: pct('30') }), 'BUY 30 MSFT @ 100'],
    [
      'beyond the limit: the judge says so',
      tickerDirective('increase', 'MSFT', { kind: 'weight', target: pct('30') }),
      'BUY 200 MSFT @ 100',
    ],
  ])('%s', (_, directive, expected) => {
    expect(bought(directive)).toEqual({ ...NOTHING, trades: [expected] });
  });

  it('that is picked: all ten, at a price with ten-thousandths, and not listed as rejected', () => {
    const directive = tickerDirective('increase', 'NVDA', { kind: 'shares', shares: shares('10') });
    const picks = [tech('NVDA', '478.1150')];
    expect(bought(directive, { picks })).toEqual({ ...NOTHING, trades: ['BUY 10 NVDA @ 478.115'] });
  });

  it('with exactly the cash that there is, without a note', () => {
    const directive = tickerDirective('increase', 'MSFT', { kind: 'shares', shares: shares('450') });
    expect(bought(directive)).toEqual({ ...NOTHING, trades: ['BUY 450 MSFT @ 100'] });
  });

  it('not where it is restricted', () => {
    const directive = tickerDirective('increase', 'MSFT', { kind: 'shares', shares: shares('7') });
    expect(bought(directive, { restrictions: [restriction('MSFT')] }).unfilled).toEqual(['MSFT 700.00 restricted']);
  });

  it('not where it is restricted, and says so however little it was to be', () => {
    const directive = tickerDirective('increase', 'MSFT', { kind: 'shares', shares: shares('0.5') });
    expect(bought(directive, { restrictions: [restriction('MSFT')] }).unfilled).toEqual(['MSFT 50.00 restricted']);
  });

  it('before its sector, which then takes what is left of its target', () => {
    const own = tickerDirective('increase', 'MSFT', { kind: 'shares', shares: shares('20') });
    expect(planned([technology('15'), own], { picks: [tech('AA')] }).trades).toEqual([
      'BUY 30 AA @ 100',
      'BUY 20 MSFT @ 100',
    ]);
  });
});
