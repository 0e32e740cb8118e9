import { describe, expect, it } from 'vitest';
import type { ResolvedDirective } from '../../../src/model/directive.ts';
import type { CashPoint } from '../../../src/model/portfolio.ts';
import { cashPath } from '../../../src/validate/trust/cash-path.ts';
import { limits, stated, ticker, usd } from '../../account.ts';
import { documentThat, saidBy, towards } from './claims.ts';

const NOTE = ['cash-path-differs note Portfolio.md:40'];
const APPROVE = ['cash-path-differs approve Portfolio.md:40'];

const moving = (symbol: string, change: string): ResolvedDirective =>
  ({
    directive: { kind: 'ticker', ticker: ticker(symbol) },
    subject: symbol,
    change: usd(change),
  }) as ResolvedDirective;

/** $100,000.00 of cash in $1,000,000.00; SPY is sold for $60,000.00, LLY bought for $20,000.00. */
const told = (moment: CashPoint['moment'], amount: string, more: readonly ResolvedDirective[] = []) =>
  documentThat(
    { cashPath: [{ moment, amount: stated(usd(amount), 40) }] },
    { directives: [moving('SPY', '-60000'), moving('LLY', '20000'), ...more] },
  );

describe('the way of cash that prose tells: $100,000.00, $160,000.00, $140,000.00', () => {
  it.each([
    ['start', '100000', []],
    ['start', '101000', []],
    ['start', '101000.01', NOTE],
    ['start', '95000', NOTE],
    ['start', '94999.99', APPROVE],
    ['start', '0', APPROVE],
    ['after-sales', '160000', []],
    ['after-sales', '140000', APPROVE],
    ['end', '140000', []],
    ['end', '139000', []],
    ['end', '138999.99', NOTE],
    ['end', '145000', NOTE],
    ['end', '145000.01', APPROVE],
    ['end', '1000000', APPROVE],
  ] as const)('%s %s', (moment, amount, expected) => {
    expect(saidBy(cashPath, told(moment, amount))).toEqual(expected);
  });

  it('counts a ticker within a sector that is named only once', () => {
    const sector = towards('14', '-60000');
    expect(saidBy(cashPath, told('end', '200000', [sector, moving('MSFT', '-30000')]))).toEqual([]);
  });

  it('counts a ticker beside a sector that is only held', () => {
    const hold = { ...towards('20', '0'), action: 'HOLD' as const };
    expect(saidBy(cashPath, told('end', '170000', [hold, moving('MSFT', '-30000')]))).toEqual([]);
  });

  it('tells both figures', () => {
    expect(cashPath(told('end', '120000'), limits().trust)).toMatchObject([
      { subject: 'Cash', detail: { stated: '$120,000.00', computed: '$140,000.00', gap: '$20,000.00', points: '2' } },
    ]);
  });
});
