import { describe, expect, it } from 'vitest';
import type { Directive } from '../../src/model/directive.ts';
import { resolveDirectives } from '../../src/steps/0-resolve-directives.ts';
import { account, holding, inPercent, limits, pct, price, shares, ticker } from '../account.ts';
import { cashDirective, sectorDirective, tickerDirective } from './ground-for.ts';

/** $100,000.00: 20 % Technology (MSFT 15 %), 75 % Energy, 5 % cash. */
const PORTFOLIO = account('5000', [
  holding('MSFT', 'Technology', '150', '100'),
  holding('AAPL', 'Technology', '50', '100'),
  holding('XOM', 'Energy', '750', '100'),
]);
const prices = new Map([[ticker('NVDA'), price('185.0450')]]);

const resolve = (...directives: readonly Directive[]) =>
  resolveDirectives(directives, { portfolio: PORTFOLIO, spelling: new Map(), prices, trust: limits().trust });
/** `SELL Technology 20 → 15 -5000.00`, and what is odd about it. */
const resolved = (directive: Directive) => {
  const { resolved: all, issues } = resolve(directive);
  const lines = all.map(
    (one) =>
      `${one.action} ${one.subject} ${inPercent(one.current)} → ${inPercent(one.target)} ${(Number(one.change) / 100).toFixed(2)}`,
  );
  return [...lines, ...issues.map(({ code, level, place }) => `${code} ${level} ${place?.line ?? 0}`)];
};
const technology = (direction: Directive['direction'], target?: string) =>
  sectorDirective(direction, 'Technology', target);

describe('a sector: the dollars on the computed value', () => {
  it.each([
    ['lowered', technology('reduce', '15'), ['SELL Technology 20 → 15 -5000.00']],
    ['raised', technology('increase', '25.5'), ['BUY Technology 20 → 25.5 5500.00']],
    ['left', technology('exit', '0'), ['SELL Technology 20 → 0 -20000.00']],
    ['opened', sectorDirective('increase', 'Healthcare', '10'), ['BUY Healthcare 0 → 10 10000.00']],
    ['set lower', technology('set', '19.99'), ['SELL Technology 20 → 19.99 -10.00']],
    ['set higher', technology('set', '20.01'), ['BUY Technology 20 → 20.01 10.00']],
    ['set to what it is', technology('set', '20'), ['HOLD Technology 20 → 20 0.00']],
    ['held', technology('hold'), ['HOLD Technology 20 → 20 0.00']],
    ['held, with a target', technology('hold', '22'), ['HOLD Technology 20 → 22 0.00']],
    ['lowered by less than a cent', technology('reduce', '19.999999'), ['SELL Technology 20 → 19.999999 0.00']],
    ['left, without holding it', sectorDirective('exit', 'Healthcare', '0'), ['HOLD Healthcare 0 → 0 0.00']],
  ])('%s', (_, directive, expected) => {
    expect(resolved(directive)).toEqual(expected);
  });
});

describe('a verb that the account contradicts', () => {
  it.each([
    ['raise to what it is', technology('increase', '20'), ['HOLD Technology 20 → 20 0.00']],
    ['half a point is silent', technology('reduce', '20.5'), ['HOLD Technology 20 → 20.5 0.00']],
    ['half a point the other way too', technology('increase', '19.5'), ['HOLD Technology 20 → 19.5 0.00']],
    [
      'more is overtaken',
      technology('reduce', '20.500001'),
      ['HOLD Technology 20 → 20.500001 0.00', 'directive-overtaken note 30'],
    ],
    [
      'up to five points',
      technology('increase', '15'),
      ['HOLD Technology 20 → 15 0.00', 'directive-overtaken note 30'],
    ],
    [
      'more is a contradiction',
      technology('increase', '14.999999'),
      ['HOLD Technology 20 → 14.999999 0.00', 'verb-contradicts-account block 30'],
    ],
    [
      'a reduction far above',
      technology('reduce', '30'),
      ['HOLD Technology 20 → 30 0.00', 'verb-contradicts-account block 30'],
    ],
  ])('%s', (_, directive, expected) => {
    expect(resolved(directive)).toEqual(expected);
  });
});

describe('a ticker', () => {
  const weight = (target: string) => ({ kind: 'weight', target: pct(target) }) as const;
  const count = (of: string) => ({ kind: 'shares', shares: shares(of) }) as const;
  const part = (of: string) => ({ kind: 'part', part: pct(of) }) as const;

  it.each([
    ['to a weight', tickerDirective('reduce', 'MSFT', weight('10')), ['SELL MSFT 15 → 10 -5000.00']],
    ['out', tickerDirective('exit', 'MSFT', weight('0')), ['SELL MSFT 15 → 0 -15000.00']],
    [
      'a contradiction',
      tickerDirective('increase', 'MSFT', weight('9')),
      ['HOLD MSFT 15 → 9 0.00', 'verb-contradicts-account block 31'],
    ],
    ['opened', tickerDirective('increase', 'NVDA', weight('10')), ['BUY NVDA 0 → 10 10000.00']],
    ['held', tickerDirective('hold', 'MSFT', { kind: 'hold' }), ['HOLD MSFT 15 → 15 0.00']],
    ['by shares down', tickerDirective('reduce', 'MSFT', count('30')), ['SELL MSFT 15 → 12 -3000.00']],
    ['by shares up', tickerDirective('increase', 'MSFT', count('30')), ['BUY MSFT 15 → 18 3000.00']],
    ['by shares of a pick', tickerDirective('increase', 'NVDA', count('10')), ['BUY NVDA 0 → 1.85045 1850.45']],
    ['by a part', tickerDirective('reduce', 'MSFT', part('20')), ['SELL MSFT 15 → 12 -3000.00']],
    [
      'by a third, to the millionth of a share',
      tickerDirective('reduce', 'AAPL', part('33.333333')),
      ['SELL AAPL 5 → 3.33333 -1666.67'],
    ],
    [
      'by more than there is',
      tickerDirective('reduce', 'MSFT', count('151')),
      ['SELL MSFT 15 → 0 -15000.00', 'sell-more-than-held approve 31'],
    ],
    ['by all there is', tickerDirective('reduce', 'MSFT', count('150')), ['SELL MSFT 15 → 0 -15000.00']],
    [
      'by shares, without holding it',
      tickerDirective('reduce', 'NVDA', count('3')),
      ['HOLD NVDA 0 → 0 0.00', 'sell-more-than-held approve 31'],
    ],
    [
      'by a part of nothing',
      tickerDirective('increase', 'NVDA', part('20')),
      ['HOLD NVDA 0 → 0 0.00', 'part-of-nothing approve 31'],
    ],
    [
      'without a price',
      tickerDirective('increase', 'TSLA', weight('5')),
      ['HOLD TSLA 0 → 0 0.00', 'price-unknown approve 31'],
    ],
  ])('%s', (_, directive, expected) => {
    expect(resolved(directive)).toEqual(expected);
  });
});

describe('cash and order', () => {
  it('cash is never traded: its change is what is missing', () => {
    expect(resolved(cashDirective('8'))).toEqual(['HOLD Cash 5 → 8 3000.00']);
  });

  it('goes by name, not by line', () => {
    const directives = [technology('reduce', '15'), cashDirective('5'), sectorDirective('hold', 'Energy')];
    const names = (all: readonly Directive[]) => resolve(...all).resolved.map(({ subject }) => subject);
    expect(names(directives)).toEqual(['Cash', 'Energy', 'Technology']);
    expect(names([...directives].reverse())).toEqual(['Cash', 'Energy', 'Technology']);
  });
});

describe('percentages of the invested money', () => {
  /** $100,000.00: 20 % cash, 40 % Technology, 40 % Energy; of the invested money 50 % each. */
  const half = account('20000', [holding('MSFT', 'Technology', '400', '100'), holding('XOM', 'Energy', '400', '100')]);
  const said = (basis: 'total' | 'invested', ...directives: readonly Directive[]) =>
    resolveDirectives(directives, {
      portfolio: half,
      spelling: new Map(),
      prices,
      trust: limits().trust,
      basis,
    }).resolved.map(
      ({ action, subject, target, change }) =>
        `${action} ${subject} → ${inPercent(target)} ${(Number(change) / 100).toFixed(2)}`,
    );
  const lower = technology('reduce', '25');

  it('are converted with the cash that stays as it is', () => {
    expect(said('invested', lower)).toEqual(['SELL Technology → 20 -20000.00']);
    expect(said('total', lower)).toEqual(['SELL Technology → 25 -15000.00']);
  });

  it('are converted with the cash that is to remain, which is a part of the whole', () => {
    expect(said('invested', lower, cashDirective('10'))).toEqual([
      'HOLD Cash → 10 -10000.00',
      'SELL Technology → 22.5 -17500.00',
    ]);
  });

  it('are converted for a ticker too, but shares and parts are not percentages of anything', () => {
    const toWeight = tickerDirective('reduce', 'MSFT', { kind: 'weight', target: pct('25') });
    expect(said('invested', toWeight)).toEqual(['SELL MSFT → 20 -20000.00']);
    const toHalf = tickerDirective('reduce', 'MSFT', { kind: 'part', part: pct('50') });
    expect(said('invested', toHalf)).toEqual(said('total', toHalf));
  });

  it('point where they say, whatever they are converted to', () => {
    const upwards = { ...technology('set', '55'), from: { value: pct('50'), place: lower.place } };
    expect(said('invested', upwards)).toEqual(['BUY Technology → 44 4000.00']);
  });
});
