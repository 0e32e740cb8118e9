import { describe, expect, it } from 'vitest';
import type { Trade } from '../../../src/model/trade.ts';
import { positionLimit } from '../../../src/validate/constraints/position-limit.ts';
import { account, buy, holding, limits, rehearsed, sell, told } from '../../account.ts';

const judged = (portfolio: ReturnType<typeof account>, trades: readonly Trade[] = [], max?: number) =>
  positionLimit
    .findings(rehearsed(portfolio, trades), limits(max === undefined ? {} : { position_limit: { max_pct: max } }))
    .map(told);
/** $1,000,000.00, so much of it in one stock. */
const withNvda = (value: string, rest: string) =>
  account('200000', [holding('NVDA', 'Technology', value), holding('SPY', 'Funds', rest)]);

describe('position_limit: 15 % of $1,000,000.00', () => {
  it.each([
    ['a cent under', '149999.99', '650000.01', 'pass', 'none', '14.999999', '0.000001', '0.01'],
    ['exactly at', '150000', '650000', 'pass', 'none', '15', '0', '0.00'],
    ['a cent over', '150000.01', '649999.99', 'approve', 'inherited', '15.000001', '-0.000001', '-0.01'],
  ])('%s', (_, value, rest, level, origin, after, slack, slackUsd) => {
    expect(judged(withNvda(value, rest))[0]).toEqual({
      subject: 'NVDA',
      level,
      origin,
      limit: '15',
      before: after,
      after,
      slack,
      slackUsd,
    });
  });

  it.each([
    ['100 shares that are 0.0001 dearer are a cent over', '100', '1500.0001', 'approve', '150000.01'],
    ['1,000 shares that are 0.0001 cheaper are ten cents under', '1000', '149.9999', 'pass', '149999.90'],
    ['one share that is 0.0001 dearer is worth the same cents', '1', '150000.0001', 'pass', '150000.00'],
  ])('%s', (_, count, each, level, value) => {
    const rest = { '150000.01': '649999.99', '149999.90': '650000.10', '150000.00': '650000' }[value] ?? '';
    const portfolio = account('200000', [holding('NVDA', 'Technology', count, each), holding('SPY', 'Funds', rest)]);
    expect(judged(portfolio)[0]).toMatchObject({ subject: 'NVDA', level });
  });
});

describe('position_limit: before and after', () => {
  it.each([
    ['under, then at', '149999.99', [buy('NVDA', 'Technology', '0.01')], 'pass', 'none', '14.999999', '15'],
    ['at, then over', '150000', [buy('NVDA', 'Technology', '0.01')], 'approve', 'caused', '15', '15.000001'],
    ['over, untouched', '160000', [sell('SPY', 'Funds', '1')], 'approve', 'inherited', '16', '16'],
    ['over, lowered', '160000', [sell('NVDA', 'Technology', '5000')], 'approve', 'improved', '16', '15.5'],
    ['over, cured', '160000', [sell('NVDA', 'Technology', '10000')], 'pass', 'improved', '16', '15'],
    ['over, raised', '160000', [buy('NVDA', 'Technology', '0.01')], 'approve', 'worsened', '16', '16.000001'],
    ['closed', '160000', [sell('NVDA', 'Technology', '160000')], 'pass', 'improved', '16', '0'],
  ] as const)('%s', (_, value, trades, level, origin, before, after) => {
    const rest = { '149999.99': '650000.01', '150000': '650000', '160000': '640000' }[value];
    expect(judged(withNvda(value, rest), trades)[0]).toMatchObject({ subject: 'NVDA', level, origin, before, after });
  });

  it('judges a position that the plan opens', () => {
    const opened = judged(account('1000000', []), [buy('LLY', 'Healthcare', '150000.01')]);
    expect(opened).toMatchObject([
      { subject: 'LLY', before: '0', after: '15.000001', level: 'approve', origin: 'caused' },
    ]);
  });

  it('adds the purchases of one ticker', () => {
    const trades = [buy('LLY', 'Healthcare', '75000'), buy('LLY', 'Healthcare', '75000.01')];
    expect(judged(account('1000000', []), trades)).toMatchObject([
      { subject: 'LLY', level: 'approve', after: '15.000001' },
    ]);
  });

  it('reports every position by ticker', () => {
    expect(judged(withNvda('150000', '650000')).map(({ subject, level }) => `${subject} ${level}`)).toEqual([
      'NVDA pass',
      'SPY approve',
    ]);
  });
});

describe('position_limit: config', () => {
  it.each([
    [14.999999, 'approve', '14.999999', '-0.01'],
    [15.000001, 'pass', '15.000001', '0.01'],
    [0, 'approve', '0', '-150000.00'],
    [100, 'pass', '100', '850000.00'],
  ])('max_pct %s', (max, level, limit, slackUsd) => {
    expect(judged(withNvda('150000', '650000'), [], max)[0]).toMatchObject({ subject: 'NVDA', level, limit, slackUsd });
  });
});
