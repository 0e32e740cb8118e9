import { describe, expect, it } from 'vitest';
import type { Trade } from '../../../src/model/trade.ts';
import { cashMinimum } from '../../../src/validate/constraints/cash-minimum.ts';
import { account, buy, holding, limits, rehearsed, sell, told, usd } from '../../account.ts';

const judged = (cash: string, rest: string, trades: readonly Trade[] = [], section: Record<string, unknown> = {}) => {
  const portfolio = account(cash, [holding('SPY', 'Funds', rest)]);
  const [finding] = cashMinimum.findings(rehearsed(portfolio, trades), limits({ cash_minimum: section }));
  if (finding === undefined) throw new Error('cash is always judged');
  return { ...told(finding), detail: finding.detail };
};

describe('cash_minimum: 5 %, noted below 8 % of $1,000,000.00', () => {
  it.each([
    ['a cent over the warning', '80000.01', '919999.99', 'pass', 'none', '8.000001', '3.000001', '30000.01'],
    ['exactly at the warning', '80000', '920000', 'pass', 'none', '8', '3', '30000.00'],
    ['a cent under the warning', '79999.99', '920000.01', 'note', 'none', '7.999999', '2.999999', '29999.99'],
    ['a cent over the minimum', '50000.01', '949999.99', 'note', 'none', '5.000001', '0.000001', '0.01'],
    ['exactly at the minimum', '50000', '950000', 'note', 'none', '5', '0', '0.00'],
    ['a cent under the minimum', '49999.99', '950000.01', 'approve', 'inherited', '4.999999', '-0.000001', '-0.01'],
    ['nothing', '0', '1000000', 'approve', 'inherited', '0', '-5', '-50000.00'],
    ['a debit', '-1000', '1001000', 'approve', 'inherited', '-0.1', '-5.1', '-51000.00'],
  ])('%s', (_, cash, rest, level, origin, after, slack, slackUsd) => {
    expect(judged(cash, rest)).toEqual({
      subject: 'Cash',
      level,
      origin,
      limit: '5',
      before: after,
      after,
      slack,
      slackUsd,
      detail: { warning: '8' },
    });
  });

  it.each([
    ['1,000 shares that are 0.0001 dearer take ten cents', '50.0001', 'approve', '4.99999'],
    ['one share that is 0.0001 dearer takes nothing', '50000.0001', 'note', '5'],
  ])('%s', (_, each, level, after) => {
    const count = each === '50.0001' ? '1000' : '1';
    expect(judged('100000', '900000', [buy('LLY', 'Healthcare', count, each)])).toMatchObject({ level, after });
  });
});

describe('cash_minimum: before and after', () => {
  it.each([
    ['at, then under', '50000', [buy('SPY', 'Funds', '0.01')], 'approve', 'caused', '5', '4.999999'],
    ['over, then at', '50000.01', [buy('SPY', 'Funds', '0.01')], 'note', 'none', '5.000001', '5'],
    ['under, untouched', '40000', [buy('LLY', 'X', '1'), sell('SPY', 'Funds', '1')], 'approve', 'inherited', '4', '4'],
    ['under, raised', '40000', [sell('SPY', 'Funds', '5000')], 'approve', 'improved', '4', '4.5'],
    ['under, cured', '40000', [sell('SPY', 'Funds', '10000')], 'note', 'improved', '4', '5'],
    ['under, lowered', '40000', [buy('SPY', 'Funds', '0.01')], 'approve', 'worsened', '4', '3.999999'],
  ] as const)('%s', (_, cash, trades, level, origin, before, after) => {
    const rest = { '50000': '950000', '50000.01': '949999.99', '40000': '960000' }[cash];
    expect(judged(cash, rest, trades)).toMatchObject({ level, origin, before, after });
  });

  it('pays the fees', () => {
    const trades = [buy('SPY', 'Funds', '10000', '1', { fees: usd('0.01') })];
    expect(judged('60000', '940000', trades)).toMatchObject({ level: 'approve', origin: 'caused', slackUsd: '-0.01' });
  });

  it('measures dollars before on the value before: the plan that falls below them caused it', () => {
    const trades = [buy('SPY', 'Funds', '0.01', '1', { fees: usd('10') })];
    expect(judged('60000', '940000', trades, { min_usd: 60000 })).toMatchObject({ level: 'approve', origin: 'caused' });
  });

  it('looks at the end only: what happens on the way is cash_throughout', () => {
    const trades = [buy('LLY', 'X', '60000'), sell('SPY', 'Funds', '60000')];
    expect(judged('60000', '940000', trades)).toMatchObject({ level: 'note', origin: 'none', after: '6' });
  });
});

describe('cash_minimum: config', () => {
  it.each([
    ['dollars above the percentage, at', '60000', { min_usd: 60000 }, 'note', '6', '0', '0.00'],
    [
      'dollars above the percentage, a cent under',
      '59999.99',
      { min_usd: 60000 },
      'approve',
      '6',
      '-0.000001',
      '-0.01',
    ],
    ['dollars below the percentage do not help', '49999.99', { min_usd: 10 }, 'approve', '5', '-0.000001', '-0.01'],
    ['dollars above the warning', '80000', { min_usd: 80000.01 }, 'approve', '8.000001', '-0.000001', '-0.01'],
    ['warning at the minimum', '50000', { warn_pct: 5 }, 'pass', '5', '0', '0.00'],
    ['no minimum', '0', { min_pct: 0, warn_pct: 0 }, 'pass', '0', '0', '0.00'],
    ['a higher minimum', '80000', { min_pct: 8.000001, warn_pct: 9 }, 'approve', '8.000001', '-0.000001', '-0.01'],
  ] as const)('%s', (_, cash, section, level, limit, slack, slackUsd) => {
    const rest = { '60000': '940000', '59999.99': '940000.01', '49999.99': '950000.01', '80000': '920000' };
    const others = { '50000': '950000', '0': '1000000' };
    expect(judged(cash, { ...rest, ...others }[cash], [], section)).toMatchObject({ level, limit, slack, slackUsd });
  });
});
