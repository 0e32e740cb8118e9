// The oracle is believed because these cases were worked out by hand.
import { describe, expect, test } from 'vitest';
import { dollars, grains, shareCount, toTheCent, worthOf } from './decimal.ts';
import { foretell } from './foretell.ts';
import type { PlainAccount, PlainLimits, PlainTrade } from './plain-account.ts';

const account: PlainAccount = {
  cash: '250.00',
  holdings: [
    { ticker: 'NEM', sector: 'Materials', shares: '47', price: '100' },
    { ticker: 'MSFT', sector: 'Technology', shares: '10.5', price: '480' },
  ],
  restrictions: [],
};

const limits: PlainLimits = {
  day: '2026-01-08',
  sectorCap: '60',
  sectorCaps: {},
  cashMinimum: '5',
  cashMinimumUsd: '0',
  cashWarning: '8',
  positionLimit: '60',
  sectorIncrease: '50',
  sectorIncreaseMeasure: 'points',
  cashThroughout: '5',
};

const order = (side: 'BUY' | 'SELL', ticker: string, sector: string, shares: string, price: string): PlainTrade => ({
  side,
  ticker,
  sector,
  shares,
  price,
  fee: '0.05',
});

const plan = [order('SELL', 'NEM', 'Materials', '10', '100'), order('BUY', 'LLY', 'Healthcare', '7', '100')];
const withCash = (cash: string): PlainAccount => ({ ...account, cash });

describe('amounts', () => {
  test('round to the cent half away from zero', () => {
    expect(['0.005', '0.0049999999', '-0.005', '-0.0049999999', '1.015'].map((one) => dollars(grains(one)))).toEqual([
      '0.01',
      '0.00',
      '-0.01',
      '0.00',
      '1.02',
    ]);
    expect(toTheCent(grains('12.34'))).toBe(grains('12.34'));
  });

  test('price × shares is exact before it is rounded', () => {
    expect(dollars(worthOf('0.3333', 1_500_000n))).toBe('0.50');
    expect(shareCount(10_500_000n)).toBe('10.5');
    expect(shareCount(100_000_000n)).toBe('100');
  });
});

describe('a plan of two orders', () => {
  test('is carried out to the cent', () => {
    const said = foretell(account, plan, limits);
    expect(said.before).toEqual([
      'cash 250.00',
      'total 9990.00',
      'MSFT Technology 10.5 5040.00',
      'NEM Materials 47 4700.00',
    ]);
    expect(said.steps).toEqual(['1249.95 of 9989.95', '549.90 of 9989.90']);
    expect(said.after).toEqual([
      'cash 549.90',
      'total 9989.90',
      'LLY Healthcare 7 700.00',
      'MSFT Technology 10.5 5040.00',
      'NEM Materials 37 3700.00',
    ]);
    expect(said.verdict).toBe('SAFE');
    expect(said.rulings.filter((one) => !one.endsWith('pass'))).toEqual(['cash_minimum Cash note']);
  });

  test.each([
    ['sector_cap', { sectorCap: '50.45' }, 'sector_cap Technology approve'], // 5040 / 9989.90 = 50.4509…
    ['an override', { sectorCaps: { Materials: '37.03' } }, 'sector_cap Materials approve'], // 37.0374…
    ['position_limit', { positionLimit: '50.45' }, 'position_limit MSFT approve'],
    ['cash_minimum', { cashMinimum: '5.51', cashWarning: '5.51' }, 'cash_minimum Cash approve'], // 5.5045…
    ['min_usd', { cashMinimumUsd: '549.91' }, 'cash_minimum Cash approve'],
    ['sector_increase', { sectorIncrease: '7.007' }, 'sector_increase Healthcare approve'], // 700 / 9989.90 = 7.00707…
    ['cash_throughout', { cashThroughout: '5.51' }, 'cash_throughout 2 approve'],
  ])('%s alone makes it CONDITIONAL', (_, change, ruling) => {
    const said = foretell(account, plan, { ...limits, ...change });
    expect(said.rulings.filter((one) => one.endsWith('approve'))).toEqual([ruling]);
    expect(said.verdict).toBe('CONDITIONAL');
  });

  test.each([
    [{ scope: 'buy' }, 'block'],
    [{ scope: 'sell' }, 'note'],
    [{ scope: 'both', until: '2026-01-08' }, 'block'],
    [{ scope: 'both', until: '2026-01-07' }, 'pass'],
  ] as const)('a restriction %o on what is bought is %s', (restriction, level) => {
    const said = foretell({ ...account, restrictions: [{ ticker: 'LLY', ...restriction }] }, plan, limits);
    expect(said.rulings).toContain(`restrictions LLY ${level}`);
    expect(said.verdict).toBe(level === 'block' ? 'BLOCKED' : 'SAFE');
  });
});

describe('cash on the way', () => {
  const buy = (cost: string): PlainTrade => ({ ...order('BUY', 'LLY', 'Healthcare', '1', cost), fee: '0' });
  const sell = (price: string): PlainTrade => ({ ...order('SELL', 'NEM', 'Materials', '1', price), fee: '0' });
  const throughout = (cash: string, trades: readonly PlainTrade[]): readonly string[] =>
    foretell(withCash(cash), trades, limits)
      .rulings.filter((one) => one.startsWith('cash_throughout'))
      .map((one) => one.slice('cash_throughout '.length));

  test('a start below the buffer may rise, must not fall back, and must end at it', () => {
    expect(throughout('100', [sell('100'), sell('400')])).toEqual(['1 pass', '2 pass']);
    expect(throughout('100', [buy('1'), sell('500')])).toEqual(['1 approve', '2 pass']);
    expect(throughout('100', [sell('10')])).toEqual(['1 approve']);
    expect(throughout('100', [sell('100'), buy('50'), sell('500')])).toEqual(['1 pass', '2 approve', '3 pass']);
  });

  test('once reached, the buffer holds', () => {
    expect(throughout('100', [sell('500'), buy('400'), sell('500')])).toEqual(['1 pass', '2 approve', '3 pass']);
  });

  test('debt blocks', () => {
    expect(throughout('100', [buy('100.01'), sell('900')])).toEqual(['1 block', '2 pass']);
  });
});

describe('orders that cannot be', () => {
  test('more is sold than held, or nothing at all', () => {
    const oversold = [order('SELL', 'NEM', 'Materials', '47.000001', '100')];
    expect(foretell(account, oversold, limits)).toMatchObject({ impossible: [0], verdict: 'BLOCKED' });
    const nothing = [order('BUY', 'NEM', 'Materials', '0', '100')];
    expect(foretell(account, nothing, limits)).toMatchObject({ impossible: [0], verdict: 'BLOCKED' });
  });

  test('no order at all is safe, whatever was inherited', () => {
    const said = foretell(withCash('0'), [], limits);
    expect(said.verdict).toBe('SAFE');
    expect(said.rulings).toContain('cash_minimum Cash note');
  });
});
