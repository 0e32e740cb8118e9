import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../../src/model/portfolio.ts';
import type { Trade } from '../../../src/model/trade.ts';
import { sectorCap } from '../../../src/validate/constraints/sector-cap.ts';
import { account, buy, holding, limits, rehearsed, sell, told, usd } from '../../account.ts';

type Section = Readonly<Record<string, unknown>>;

const judged = (portfolio: Portfolio, trades: readonly Trade[] = [], section: Section = {}) =>
  sectorCap.findings(rehearsed(portfolio, trades), limits({ sector_cap: section })).map(told);

/** $1,000,000.00, so much of it in Technology. */
const withTechnology = (value: string, energy: string) =>
  account('300000', [holding('MSFT', 'Technology', value), holding('XOM', 'Energy', energy)]);

describe('sector_cap: 40 % of $1,000,000.00', () => {
  it.each([
    ['a cent under', '399999.99', '300000.01', 'pass', 'none', '39.999999', '0.000001', '0.01'],
    ['exactly at', '400000', '300000', 'pass', 'none', '40', '0', '0.00'],
    ['a cent over', '400000.01', '299999.99', 'approve', 'inherited', '40.000001', '-0.000001', '-0.01'],
  ])('%s', (_, technology, energy, level, origin, after, slack, slackUsd) => {
    expect(judged(withTechnology(technology, energy))).toContainEqual({
      subject: 'Technology',
      level,
      origin,
      limit: '40',
      before: after,
      after,
      slack,
      slackUsd,
    });
  });

  it.each([
    ['100 shares that are 0.0001 dearer are a cent over', '100', '4000.0001', '299999.99', 'approve'],
    ['one share that is 0.0001 dearer is worth the same cents', '1', '400000.0001', '300000', 'pass'],
    ['one share that is 0.0050 dearer is a cent over', '1', '400000.0050', '299999.99', 'approve'],
  ])('%s', (_, count, each, energy, level) => {
    const portfolio = account('300000', [holding('MSFT', 'Technology', count, each), holding('XOM', 'Energy', energy)]);
    expect(judged(portfolio)).toContainEqual(expect.objectContaining({ subject: 'Technology', level }));
  });

  it('adds up the positions of a sector', () => {
    const portfolio = account('600000', [
      holding('AAPL', 'Technology', '200000'),
      holding('MSFT', 'Technology', '200000'),
    ]);
    expect(judged(portfolio, [buy('NVDA', 'Technology', '0.01')])).toMatchObject([
      { subject: 'Technology', before: '40', after: '40.000001', level: 'approve', origin: 'caused' },
    ]);
  });
});

describe('sector_cap: before and after', () => {
  it.each([
    ['under, then at', '399999.99', [buy('MSFT', 'Technology', '0.01')], 'pass', 'none', '39.999999', '40'],
    ['at, then over', '400000', [buy('MSFT', 'Technology', '0.01')], 'approve', 'caused', '40', '40.000001'],
    ['over, untouched', '410000', [sell('XOM', 'Energy', '1')], 'approve', 'inherited', '41', '41'],
    ['over, lowered', '410000', [sell('MSFT', 'Technology', '5000')], 'approve', 'improved', '41', '40.5'],
    ['over, cured', '410000', [sell('MSFT', 'Technology', '10000')], 'pass', 'improved', '41', '40'],
    ['over, raised', '410000', [buy('MSFT', 'Technology', '0.01')], 'approve', 'worsened', '41', '41.000001'],
    ['opened', '0', [buy('MSFT', 'Technology', '250000')], 'pass', 'none', '0', '25'],
    ['closed', '410000', [sell('MSFT', 'Technology', '410000')], 'pass', 'improved', '41', '0'],
  ] as const)('%s', (_, technology, trades, level, origin, before, after) => {
    const energy = { '0': '700000', '399999.99': '300000.01', '400000': '300000', '410000': '290000' }[technology];
    const portfolio =
      technology === '0' ? account('300000', [holding('XOM', 'Energy', energy)]) : withTechnology(technology, energy);
    const findings = judged(portfolio, trades);
    expect(findings.find(({ subject }) => subject === 'Technology')).toMatchObject({ level, origin, before, after });
  });

  it('weighs on the value after the plan: fees make every sector heavier', () => {
    const trades = [sell('XOM', 'Energy', '1', '1', { fees: usd('100') })];
    const findings = judged(withTechnology('400000', '300000'), trades);
    expect(findings).toContainEqual(
      expect.objectContaining({ subject: 'Technology', level: 'approve', origin: 'caused', after: '40.004…' }),
    );
  });

  it('reports every sector by name, those that were sold too, and never cash', () => {
    const trades = [sell('XOM', 'Energy', '300000'), buy('LLY', 'Healthcare', '1')];
    const subjects = judged(withTechnology('400000', '300000'), trades).map(({ subject }) => subject);
    expect(subjects).toEqual(['Energy', 'Healthcare', 'Technology']);
  });

  it('has nothing to say about an account of cash', () => {
    expect(judged(account('1000', []))).toEqual([]);
  });
});

describe('sector_cap: config', () => {
  const portfolio = withTechnology('400000', '300000');

  it.each([
    ['a lower cap for all', { max_pct: 29.999999 }, ['Energy approve 29.999999', 'Technology approve 29.999999']],
    [
      'an override lowers one',
      { overrides: { Technology: 39.999999 } },
      ['Energy pass 40', 'Technology approve 39.999999'],
    ],
    ['an override by another name', { overrides: { 'Info Tech': 35 } }, ['Energy pass 40', 'Technology approve 35']],
    [
      'an override raises one',
      { max_pct: 30, overrides: { Technology: 40 } },
      ['Energy pass 30', 'Technology pass 40'],
    ],
    ['an override of none of them', { overrides: { Utilities: 1 } }, ['Energy pass 40', 'Technology pass 40']],
  ])('%s', (_, section, expected) => {
    const findings = judged(portfolio, [], section);
    expect(findings.map(({ subject, level, limit }) => `${subject} ${level} ${limit}`)).toEqual(expected);
  });
});
