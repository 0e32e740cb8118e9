// One SAFE plan; then, for each constraint, one change after which that constraint alone is breached.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Restriction } from '../../src/model/portfolio.ts';
import type { Trade } from '../../src/model/trade.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import { judge } from '../../src/validate/judge.ts';
import { account, buy, holding, limits, rehearsed, restriction, sell } from '../account.ts';

/** $1,000,000.00. */
const PORTFOLIO = account('200000', [
  holding('AAPL', 'Technology', '120000'),
  holding('MSFT', 'Technology', '120000'),
  holding('NVDA', 'Technology', '120000'),
  holding('FCX', 'Materials', '80000'),
  holding('NEM', 'Materials', '100000'),
  holding('XOM', 'Energy', '130000'),
  holding('JPM', 'Financials', '130000'),
]);

/** The cash minimum is above the buffer, and the rise below the sector cap, so that each can be breached alone. */
const LIMITS = limits({ cash_minimum: { min_pct: 10, warn_pct: 10 }, sector_increase: { max_increase: 9 } });

const PLAN: readonly Trade[] = [sell('NEM', 'Materials', '20000'), buy('MSFT', 'Technology', '20000')];
const LLY_AT_LIMIT = buy('LLY', 'Healthcare', '90000');
const AAPL_AT_CAP = buy('AAPL', 'Technology', '20000');
const FULL = [buy('XOM', 'Energy', '20000'), buy('JPM', 'Financials', '20000')];
const SELL_FCX = sell('FCX', 'Materials', '80000');
const SELL_NEM = sell('NEM', 'Materials', '80000');
const CENT = '0.01';

const judged = (trades: readonly Trade[], restrictions: readonly Restriction[] = [], portfolio = PORTFOLIO) =>
  judge(rehearsed(portfolio, trades, restrictions), LIMITS);
const verdict = (findings: readonly Finding[]) => verdictOf(findings.map(({ level }) => level));
const breaches = (findings: readonly Finding[]) =>
  findings
    .filter(({ level }) => level !== 'pass' && level !== 'note')
    .map(({ constraint, subject }) => `${constraint} ${subject}`);

describe('the plan that is SAFE', () => {
  it.each([
    ['as it is', PLAN],
    ['with a sector at its cap', [...PLAN, AAPL_AT_CAP]],
    ['with a sector at the largest rise', [...PLAN, LLY_AT_LIMIT]],
    ['with positions at their limit', [...PLAN, ...FULL]],
    ['with cash at its minimum', [...PLAN, buy('LLY', 'Healthcare', '80000'), AAPL_AT_CAP]],
    ['with cash at the buffer on the way', [...PLAN, LLY_AT_LIMIT, AAPL_AT_CAP, ...FULL, SELL_FCX]],
  ])('%s', (_, trades) => {
    const findings = judged(trades, [restriction('TSLA')]);
    expect(findings.filter(({ level }) => level !== 'pass')).toEqual([]);
    expect(verdict(findings)).toBe('SAFE');
  });
});

describe('each constraint flips it alone', () => {
  it.each([
    ['sector_cap Technology', [...PLAN, buy('AAPL', 'Technology', '20000.01')], 'CONDITIONAL'],
    ['cash_minimum Cash', [...PLAN, buy('LLY', 'Healthcare', '80000.01'), AAPL_AT_CAP], 'CONDITIONAL'],
    ['position_limit XOM', [...PLAN, buy('XOM', 'Energy', '20000.01')], 'CONDITIONAL'],
    ['sector_increase Healthcare', [...PLAN, LLY_AT_LIMIT, buy('JNJ', 'Healthcare', CENT)], 'CONDITIONAL'],
    [
      'cash_throughout 7',
      [...PLAN, LLY_AT_LIMIT, AAPL_AT_CAP, ...FULL, buy('V', 'Financials', CENT), SELL_FCX],
      'CONDITIONAL',
    ],
    [
      'cash_throughout 7',
      [...PLAN, LLY_AT_LIMIT, AAPL_AT_CAP, ...FULL, buy('V', 'Financials', '50000.01'), SELL_FCX, SELL_NEM],
      'BLOCKED',
    ],
  ])('%s', (breach, trades, expected) => {
    const findings = judged(trades);
    expect(breaches(findings)).toEqual([breach]);
    expect(verdict(findings)).toBe(expected);
  });

  it('restrictions MSFT', () => {
    const findings = judged(PLAN, [restriction('MSFT')]);
    expect(breaches(findings)).toEqual(['restrictions MSFT']);
    expect(verdict(findings)).toBe('BLOCKED');
  });

  it('the order of typing alone decides cash_throughout', () => {
    const buys = [LLY_AT_LIMIT, AAPL_AT_CAP, ...FULL, buy('V', 'Financials', CENT)];
    expect(verdict(judged([...PLAN, SELL_FCX, ...buys]))).toBe('SAFE');
    expect(verdict(judged([...PLAN, ...buys, SELL_FCX]))).toBe('CONDITIONAL');
  });
});

describe('nothing to do', () => {
  const overweight = account('10000', [holding('NVDA', 'Technology', '990000')]);

  it('is SAFE: what was breached before is a note', () => {
    const findings = judged([], [], overweight);
    expect(findings.map(({ constraint, level, origin }) => `${constraint} ${level} ${origin}`)).toEqual([
      'sector_cap note inherited',
      'cash_minimum note inherited',
      'position_limit note inherited',
      'sector_increase pass none',
    ]);
    expect(verdict(findings)).toBe('SAFE');
  });

  it('needs approval as soon as anything is traded', () => {
    const findings = judged([sell('NVDA', 'Technology', '100000')], [], overweight);
    expect(breaches(findings)).toEqual(['sector_cap Technology', 'position_limit NVDA']);
    expect(verdict(findings)).toBe('CONDITIONAL');
  });
});
