import { describe, expect, it } from 'vitest';
import type { Directive } from '../../src/model/directive.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { checkClosure } from '../../src/steps/0-check-closure.ts';
import { cashFloorOf } from '../../src/steps/1c-list-trades.ts';
import { account, holding, limits, pct, ticker } from '../account.ts';
import { cashDirective, groundwork, pick, sectorDirective, tickerDirective } from './ground-for.ts';

/** Test case 1: Materials 46.8 %, Technology 6.7 %, other sectors 44 %, cash 2.5 %. */
const PORTFOLIO = account('25000', [
  holding('NEM', 'Materials', '468000'),
  holding('MSFT', 'Technology', '67000'),
  holding('XOM', 'Energy', '240000'),
  holding('JPM', 'Financials', '200000'),
]);
const materials = (target: string) => sectorDirective('reduce', 'Materials', target);
const technology = (target: string) => sectorDirective('increase', 'Technology', target);
const healthcare = (target: string) => sectorDirective('increase', 'Healthcare', target);

const closing = (directives: readonly Directive[], closure_points = 0.5) => {
  const config = limits({ trust: { closure_points } });
  const work = groundwork({ portfolio: PORTFOLIO, directives, config, picks: [pick('LLY', 'Healthcare', '100')] });
  return checkClosure({
    portfolio: PORTFOLIO,
    directives: work.directives,
    sectors: new Map([[ticker('LLY'), sectorOf('Healthcare')]]),
    spelling: work.spelling,
    cashFloor: cashFloorOf(work),
    tolerance: config.trust.closure_points,
  });
};
const said = (...directives: readonly Directive[]) =>
  closing(directives).map(({ code, level, detail }) => `${code} ${level} ${String(detail['sum'])}`);

describe('with a cash target the parts are the whole, both ways', () => {
  it.each([
    ['test case 1 closes', ['25', '16', '10', '5'], []],
    ['half a point over is within the tolerance', ['25', '16', '10', '5.5'], []],
    ['half a point under is too', ['25', '16', '10', '4.5'], []],
    ['a millionth of a percent more is not', ['25', '16', '10.000001', '5.5'], ['targets-do-not-close block 100.5%']],
    ['a millionth of a percent less is not', ['25', '16', '9.999999', '4.5'], ['targets-do-not-close block 99.5%']],
    ['103 %', ['28', '16', '10', '5'], ['targets-do-not-close block 103%']],
    ['97 %', ['22', '16', '10', '5'], ['targets-do-not-close block 97%']],
  ])('%s', (_, [a = '', b = '', c = '', cash = ''], expected) => {
    expect(said(materials(a), technology(b), healthcare(c), cashDirective(cash))).toEqual(expected);
  });
});

describe('without one what is left is cash, and only too much is wrong', () => {
  it.each([
    ['closes with the minimum', ['25', '16', '10'], []],
    ['leaves more cash', ['10', '16', '10'], []],
    ['half a point over', ['25.5', '16', '10'], []],
    ['more than that', ['25.500001', '16', '10'], ['targets-do-not-close block 100.5%']],
    ['103 %', ['28', '16', '10'], ['targets-do-not-close block 103%']],
  ])('%s', (_, [a = '', b = '', c = ''], expected) => {
    expect(said(materials(a), technology(b), healthcare(c))).toEqual(expected);
  });
});

describe('what is summed', () => {
  it.each([
    ['sectors that nobody named count as they are', [technology('12.3')], ['targets-do-not-close block 108.1%']],
    ['a sector that is held counts as it is', [materials('25'), sectorDirective('hold', 'Energy')], []],
    [
      'an exit frees its weight',
      [sectorDirective('exit', 'Energy', '0'), technology('29')],
      ['targets-do-not-close block 100.8%'],
    ],
    [
      'a ticker counts in its sector',
      [materials('25'), tickerDirective('increase', 'LLY', { kind: 'weight', target: pct('25.1') })],
      ['targets-do-not-close block 105.8%'],
    ],
    [
      'the target of a sector covers its tickers',
      [materials('25'), healthcare('10'), tickerDirective('increase', 'LLY', { kind: 'weight', target: pct('8') })],
      [],
    ],
  ])('%s', (_, directives, expected) => {
    expect(said(...directives)).toEqual(expected);
  });

  it('has its tolerance in the config', () => {
    const directives = [materials('25'), technology('16'), healthcare('10'), cashDirective('6')];
    expect(closing(directives, 1)).toEqual([]);
    expect(closing(directives, 0.999999)).toHaveLength(1);
  });

  it('shows the parts and the sum, at the cash target', () => {
    const [issue] = closing([materials('28'), technology('16'), healthcare('10'), cashDirective('5')]);
    expect(issue?.place?.line).toBe(32);
    expect(issue?.detail).toMatchObject({ sum: '103%', others: '44%', cash: '5%', stated: true, off: '3' });
    expect(issue?.detail['parts']).toEqual(
      expect.arrayContaining(['Materials 28% (line 30)', 'Technology 16% (line 30)', 'Healthcare 10% (line 30)']),
    );
  });
});
