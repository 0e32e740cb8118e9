import { describe, expect, it } from 'vitest';
import type { Trade } from '../../../src/model/trade.ts';
import { cashThroughout } from '../../../src/validate/constraints/cash-throughout.ts';
import { account, buy, holding, limits, rehearsed, sell, told, usd } from '../../account.ts';

type Section = Readonly<Record<string, unknown>>;

const judged = (cash: string, rest: string, trades: readonly Trade[], section: Section = {}) => {
  const portfolio = account(cash, [holding('SPY', 'Funds', rest)]);
  return cashThroughout.findings(rehearsed(portfolio, trades), limits({ cash_throughout: section }));
};
/** `1 pass none 6 of 5`: the order, how it stands, and its cash against its floor in percent. */
const inShort = (...of: Parameters<typeof judged>): readonly string[] =>
  judged(...of)
    .map(told)
    .map(({ subject, level, origin, after, limit }) => `${subject} ${level} ${origin} ${after} of ${limit}`);
const up = (amount: string): Trade => sell('SPY', 'Funds', amount);
const down = (amount: string): Trade => buy('SPY', 'Funds', amount);

describe('cash_throughout: 5 % of $1,000,000.00 after each order', () => {
  it.each([
    ['a cent over', '49999.99', 'pass', 'none', '5.000001', '0.000001', '0.01'],
    ['exactly at', '50000', 'pass', 'none', '5', '0', '0.00'],
    ['a cent under', '50000.01', 'approve', 'caused', '4.999999', '-0.000001', '-0.01'],
    ['to nothing', '100000', 'approve', 'caused', '0', '-5', '-50000.00'],
    ['a cent into debit', '100000.01', 'block', 'caused', '-0.000001', '-5.000001', '-50000.01'],
  ])('%s', (_, bought, level, origin, after, slack, slackUsd) => {
    const [finding] = judged('100000', '900000', [buy('LLY', 'Healthcare', bought)]);
    expect(finding && { ...told(finding), detail: finding.detail }).toEqual({
      subject: '1',
      level,
      origin,
      limit: '5',
      before: '10',
      after,
      slack,
      slackUsd,
      detail: { ticker: 'LLY', side: 'BUY' },
    });
  });

  it.each([
    ['1,000 shares that are 0.0001 dearer take ten cents', '1000', '50.0001', 'approve'],
    ['one share that is 0.0001 dearer takes nothing', '1', '50000.0001', 'pass'],
  ])('%s', (_, count, each, level) => {
    expect(judged('100000', '900000', [buy('LLY', 'Healthcare', count, each)])).toMatchObject([{ level }]);
  });

  it('pays the fee of each order', () => {
    const trades = [buy('LLY', 'Healthcare', '50000', '1', { fees: usd('0.01') }), up('0.01')];
    expect(inShort('100000', '900000', trades)).toEqual(['1 approve caused 4.999999… of 5', '2 pass none 5… of 5']);
  });

  it('says nothing where nothing is traded', () => {
    expect(judged('0', '1000000', [])).toEqual([]);
  });
});

describe('cash_throughout: every prefix, in the order of typing', () => {
  it.each([
    [
      'the purchase first: unsafe in between, whatever the end',
      [down('60000'), up('60000')],
      ['1 approve caused 4 of 5', '2 pass none 10 of 5'],
    ],
    ['the sale first', [up('60000'), down('60000')], ['1 pass none 16 of 5', '2 pass none 10 of 5']],
    [
      'a debit in the middle',
      [down('50000'), down('50000.01'), up('100000')],
      ['1 pass none 5 of 5', '2 block caused -0.000001 of 5', '3 pass none 9.999999 of 5'],
    ],
  ])('%s', (_, trades, expected) => {
    expect(inShort('100000', '900000', trades)).toEqual(expected);
  });
});

describe('cash_throughout: an account that starts at 3 %', () => {
  const steps = (...trades: Trade[]) => inShort('30000', '970000', trades);

  it.each([
    ['rises and ends at the buffer', [up('10000'), up('10000')], ['1 pass none 4 of 3', '2 pass none 5 of 5']],
    [
      'ends a cent below the buffer',
      [up('10000'), up('9999.99')],
      ['1 pass none 4 of 3', '2 approve improved 4.999999 of 5'],
    ],
    ['only order, below the buffer', [up('10000')], ['1 approve improved 4 of 5']],
    [
      'falls back from what it had reached',
      [up('10000'), down('10000'), up('20000')],
      ['1 pass none 4 of 3', '2 approve caused 3 of 4', '3 pass none 5 of 5'],
    ],
    [
      'falls back below its start',
      [up('10000'), down('10000.01'), up('30000')],
      ['1 pass none 4 of 3', '2 approve caused 2.999999 of 4', '3 pass none 5.999999 of 5'],
    ],
    [
      'reaches the buffer and falls below it again',
      [up('20000'), down('0.01'), up('1')],
      ['1 pass none 5 of 3', '2 approve caused 4.999999 of 5', '3 pass none 5.000099 of 5'],
    ],
    ['ends where it started', [up('10000'), down('10000')], ['1 pass none 4 of 3', '2 approve inherited 3 of 5']],
    [
      'goes into debit',
      [down('30000.01'), up('60000')],
      ['1 block worsened -0.000001 of 3', '2 pass none 5.999999 of 5'],
    ],
  ])('%s', (_, trades, expected) => {
    expect(steps(...trades)).toEqual(expected);
  });

  it('starts in debit: every step that stays there blocks, also when it rises', () => {
    expect(inShort('-10000', '1010000', [up('5000'), up('5000'), up('50000')])).toEqual([
      '1 block improved -0.5 of -1',
      '2 pass none 0 of -0.5',
      '3 pass none 5 of 5',
    ]);
  });
});

describe('cash_throughout: config', () => {
  it.each([
    [{ min_pct: 0 }, '100000', 'pass'],
    [{ min_pct: 0 }, '100000.01', 'block'],
    [{ min_pct: 8 }, '20000', 'pass'],
    [{ min_pct: 8 }, '20000.01', 'approve'],
  ])('%j: bought for %s', (section, bought, level) => {
    expect(judged('100000', '900000', [down(bought)], section)).toMatchObject([{ level }]);
  });

  it('names the orders by their number', () => {
    const trades = Array.from({ length: 12 }, () => up('1'));
    expect(judged('100000', '900000', trades).at(-1)?.subject).toBe('12');
  });
});
