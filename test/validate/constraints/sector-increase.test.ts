import { describe, expect, it } from 'vitest';
import type { Trade } from '../../../src/model/trade.ts';
import { sectorIncrease } from '../../../src/validate/constraints/sector-increase.ts';
import { account, buy, holding, limits, rehearsed, sell, told, usd } from '../../account.ts';

type Section = Readonly<Record<string, unknown>>;

/** $1,000,000.00 of which a tenth is Technology and a fifth Energy. */
const TENTH = account('700000', [holding('MSFT', 'Technology', '100000'), holding('XOM', 'Energy', '200000')]);

const judged = (subject: string, trades: readonly Trade[], section: Section = {}, portfolio = TENTH) => {
  const config = limits({ sector_increase: section });
  const findings = sectorIncrease.findings(rehearsed(portfolio, trades), config);
  const finding = findings.find((one) => one.subject === subject);
  if (finding === undefined) throw new Error(`${subject} is not judged`);
  return { ...told(finding), unit: finding.limit.unit, detail: finding.detail };
};

describe('sector_increase: 50 points', () => {
  it.each([
    ['a cent under', '499999.99', 'pass', 'none', '49.999999', '0.000001', '0.01', '500'],
    ['exactly at', '500000', 'pass', 'none', '50', '0', '0.00', '500'],
    ['a cent over', '500000.01', 'approve', 'caused', '50.000001', '-0.000001', '-0.01', '500'],
  ])('%s', (_, bought, level, origin, after, slack, slackUsd, relative) => {
    expect(judged('Technology', [buy('NVDA', 'Technology', bought)])).toEqual({
      subject: 'Technology',
      level,
      origin,
      limit: '50',
      before: '0',
      after,
      slack,
      slackUsd,
      unit: 'points',
      detail: { measure: 'points', relative },
    });
  });

  it.each([
    ['100 shares that are 0.0001 dearer are a cent over', '100', '5000.0001', 'approve'],
    ['one share that is 0.0001 dearer is worth the same cents', '1', '500000.0001', 'pass'],
  ])('%s', (_, count, each, level) => {
    expect(judged('Technology', [buy('NVDA', 'Technology', count, each)])).toMatchObject({ level });
  });

  it.each([
    ['a fall is no rise', [sell('XOM', 'Energy', '200000')], 'Energy', '-20', '-100'],
    ['a sector that nobody touches', [buy('NVDA', 'Technology', '1')], 'Energy', '0', '0'],
    ['a sector from nothing has no relative rise', [buy('LLY', 'Healthcare', '500000')], 'Healthcare', '50', ''],
    ['a switch within a sector', [sell('XOM', 'Energy', '9'), buy('CVX', 'Energy', '9')], 'Energy', '0', '0'],
  ] as const)('%s', (_, trades, subject, after, relative) => {
    expect(judged(subject, trades)).toMatchObject({ level: 'pass', origin: 'none', after, detail: { relative } });
  });

  it.each([
    ['166666.66', 'pass', '49.999999…'],
    ['166666.67', 'approve', '50…'],
  ])('counts the rise that a fee of %s causes by shrinking the whole', (fees, level, after) => {
    const trades = [buy('NVDA', 'Technology', '400000', '1', { fees: usd(fees) })];
    expect(judged('Technology', trades)).toMatchObject({ level, after });
  });

  it('reports every sector before or after, by name', () => {
    const trades = [sell('XOM', 'Energy', '200000'), buy('LLY', 'Healthcare', '1')];
    const findings = sectorIncrease.findings(rehearsed(TENTH, trades), limits());
    expect(findings.map(({ subject }) => subject)).toEqual(['Energy', 'Healthcare', 'Technology']);
  });
});

describe('sector_increase: 50 % of the weight before', () => {
  const relative = { measure: 'relative' };

  it.each([
    ['a cent under', '49999.99', 'pass', 'none', '4.999999', '0.000001', '0.01', '50'],
    ['exactly at', '50000', 'pass', 'none', '5', '0', '0.00', '50'],
    ['a cent over', '50000.01', 'approve', 'caused', '5.000001', '-0.000001', '-0.01', '50'],
    ['a visible part over', '50010', 'approve', 'caused', '5.001', '-0.001', '-10.00', '50.01'],
  ])(
    '%s: limit and rise are in points, the relative rise is told',
    (_, bought, level, origin, after, slack, usd, rise) => {
      expect(judged('Technology', [buy('NVDA', 'Technology', bought)], relative)).toMatchObject({
        level,
        origin,
        limit: '5',
        after,
        slack,
        slackUsd: usd,
        detail: { measure: 'relative', relative: rise },
      });
    },
  );

  it('allows nothing to a sector that was empty: any rise is more than any part of nothing', () => {
    const opened = judged('Healthcare', [buy('LLY', 'Healthcare', '0.01')], relative);
    expect(opened).toMatchObject({ level: 'approve', origin: 'caused', limit: '0', slackUsd: '-0.01' });
  });

  it('lets a sector fall', () => {
    const fallen = judged('Energy', [sell('XOM', 'Energy', '200000')], relative);
    expect(fallen).toMatchObject({ level: 'pass', limit: '10', after: '-20' });
  });
});

describe('sector_increase: config', () => {
  it.each([
    [{ max_increase: 10 }, '100000', 'pass'],
    [{ max_increase: 10 }, '100000.01', 'approve'],
    [{ max_increase: 0 }, '0.01', 'approve'],
    [{ max_increase: 9.999999 }, '100000', 'approve'],
    [{ max_increase: 200, measure: 'relative' }, '200000', 'pass'],
    [{ max_increase: 200, measure: 'relative' }, '200000.01', 'approve'],
  ])('%j: bought for %s', (section, bought, level) => {
    expect(judged('Technology', [buy('NVDA', 'Technology', bought)], section)).toMatchObject({ level });
  });
});
