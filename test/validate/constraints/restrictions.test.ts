import { describe, expect, it } from 'vitest';
import type { Restriction } from '../../../src/model/portfolio.ts';
import type { Trade } from '../../../src/model/trade.ts';
import { restrictions } from '../../../src/validate/constraints/restrictions.ts';
import { account, buy, DAY, holding, limits, rehearsed, restriction, sell, told } from '../../account.ts';

const PORTFOLIO = account('500000', [holding('NEM', 'Materials', '500000')]);

const judged = (trades: readonly Trade[], ...list: readonly Restriction[]) =>
  restrictions.findings(rehearsed(PORTFOLIO, trades, list), limits());
const level = (trades: readonly Trade[], one: Restriction) => judged(trades, one)[0]?.level;

const BUY = buy('NEM', 'Materials', '1');
const SELL = sell('NEM', 'Materials', '1');
const SELL_ALL = sell('NEM', 'Materials', '500000');

describe('restrictions: the side', () => {
  it.each([
    ['both', 'a purchase', BUY, 'block'],
    ['both', 'a sale', SELL, 'block'],
    ['buy', 'a purchase', BUY, 'block'],
    ['buy', 'a sale in part', SELL, 'note'],
    ['buy', 'a whole sale', SELL_ALL, 'pass'],
    ['sell', 'a purchase', BUY, 'note'],
    ['sell', 'a sale in part', SELL, 'block'],
    ['sell', 'a whole sale', SELL_ALL, 'block'],
  ] as const)('scope %s, %s', (scope, _, trade, expected) => {
    expect(level([trade], restriction('NEM', { scope }))).toBe(expected);
  });

  it('is breached by one millionth of a share', () => {
    expect(level([buy('NEM', 'Materials', '0.000001')], restriction('NEM'))).toBe('block');
  });

  it('says what is restricted, and that the plan is what breaches it', () => {
    const [finding] = judged([SELL], restriction('NEM', { scope: 'sell', until: DAY, reason: 'lock-up' }));
    expect(finding && { ...told(finding), detail: finding.detail }).toEqual({
      subject: 'NEM',
      level: 'block',
      origin: 'caused',
      limit: 'false',
      before: 'false',
      after: 'true',
      slack: 'false',
      detail: { scope: 'sell', until: DAY, reason: 'lock-up', held: true },
    });
  });
});

describe('restrictions: who is meant', () => {
  it('notes a restricted ticker that is held', () => {
    expect(judged([], restriction('NEM'))).toMatchObject([{ level: 'note', origin: 'none', slack: { value: true } }]);
  });

  it('passes one that is neither held nor traded', () => {
    expect(level([SELL], restriction('TSLA'))).toBe('pass');
  });

  it('has one spelling for a share class', () => {
    expect(level([buy('BRK/B', 'Financials', '1')], restriction('BRK-B'))).toBe('block');
    expect(level([buy('BRK.A', 'Financials', '1')], restriction('BRK-B'))).toBe('pass');
  });

  it('reports every restriction by ticker, then scope', () => {
    const findings = judged(
      [BUY],
      restriction('TSLA'),
      restriction('NEM', { scope: 'sell' }),
      restriction('NEM', { scope: 'buy' }),
    );
    const lines = findings.map(({ subject, level: at, detail }) => `${subject} ${String(detail?.['scope'])} ${at}`);
    expect(lines).toEqual(['NEM buy block', 'NEM sell note', 'TSLA both pass']);
  });

  it('has nothing to say without restrictions', () => {
    expect(judged([BUY])).toEqual([]);
  });
});

describe('restrictions: the last day (the plan is of 2026-01-08)', () => {
  it.each([
    ['2026-01-09', 'block', 'note'],
    ['2026-01-08', 'block', 'note'],
    ['2026-01-07', 'pass', 'pass'],
    ['2025-12-31', 'pass', 'pass'],
    ['2026-12-01', 'block', 'note'],
  ])('until %s: traded %s, only held %s', (until, traded, held) => {
    expect([level([BUY], restriction('NEM', { until })), level([], restriction('NEM', { until }))]).toEqual([
      traded,
      held,
    ]);
  });
});
