import { describe, expect, it } from 'vitest';
import { forbids, gain, holdingValue, sectorValue, totalValue, weightIn } from '../../src/model/portfolio.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { account, holding, inPercent, pct, restriction, usd } from '../account.ts';

describe('the account', () => {
  const portfolio = account('250.50', [
    holding('NEM', 'Materials', '10', '50.0050'),
    holding('FCX', 'Basic Materials', '1', '249.45'),
    holding('LLY', 'Healthcare', '0', '1085.19'),
  ]);

  it('is worth its positions and its cash, each to the cent', () => {
    expect(portfolio.holdings.map(holdingValue)).toEqual([usd('500.05'), usd('249.45'), usd('0')]);
    expect(totalValue(portfolio)).toBe(usd('1000'));
    expect(sectorValue(portfolio.holdings, sectorOf('Materials'))).toBe(usd('749.50'));
    expect(inPercent(weightIn(portfolio, usd('749.50')))).toBe('74.95');
  });

  it.each([
    ['from the cost', { cost: usd('800') }, '25'],
    ['a loss', { cost: usd('1250') }, '-20'],
    ['from the cost, whatever is stated', { cost: usd('800'), statedGain: pct('99') }, '25'],
    ['as stated, where the cost is unknown', { statedGain: pct('12.5') }, '12.5'],
    ['as stated, where the cost is nothing', { cost: usd('0'), statedGain: pct('12.5') }, '12.5'],
    ['unknown', {}, undefined],
  ])('gain: %s', (_, more, expected) => {
    const gained = gain(holding('NEM', 'Materials', '10', '100', more));
    expect(gained && inPercent(gained)).toBe(expected);
  });

  it.each([
    ['both', 'BUY', true],
    ['both', 'SELL', true],
    ['buy', 'BUY', true],
    ['buy', 'SELL', false],
    ['sell', 'BUY', false],
    ['sell', 'SELL', true],
  ] as const)('a restriction of scope %s forbids %s: %s', (scope, side, expected) => {
    expect(forbids(restriction('NEM', { scope }), side, '2026-01-08')).toBe(expected);
    expect(forbids(restriction('NEM', { scope, until: '2026-01-08' }), side, '2026-01-08')).toBe(expected);
    expect(forbids(restriction('NEM', { scope, until: '2026-01-07' }), side, '2026-01-08')).toBe(false);
  });
});

describe('the three words, for every combination of levels', () => {
  const levels = ['pass', 'note', 'approve', 'block', 'unusable'] as const;
  const combinations = Array.from({ length: 32 }, (_, bits) =>
    levels.filter((__, at) => Math.floor(bits / 2 ** at) % 2 === 1),
  );

  it.each(combinations.map((one) => [`of nothing but ${one.join(', ')}`, one] as const))('%s', (_, combination) => {
    const has = (level: (typeof levels)[number]): boolean => combination.includes(level);
    const expected = has('block') || has('unusable') ? 'BLOCKED' : has('approve') ? 'CONDITIONAL' : 'SAFE';
    expect(verdictOf(combination)).toBe(expected);
    expect(verdictOf([...combination].reverse())).toBe(expected);
  });
});
