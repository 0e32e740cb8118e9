// Which purchases of a cash account are paid without the proceeds of its sales.
import { describe, expect, it } from 'vitest';
import { settlementOf } from '../../src/steps/4d-settlement.ts';
import { account, buy, holding, rehearsed, sell, usd } from '../account.ts';

const NOW = '2026-01-08T10:00:00-05:00';
const portfolio = account('1000', [holding('NEM', 'Materials', '9000')]);
const trades = [
  sell('NEM', 'Materials', '5000'),
  buy('LLY', 'Healthcare', '600', '1', { fees: usd('5') }),
  buy('UNH', 'Healthcare', '390', '1', { fees: usd('5') }),
  buy('JPM', 'Financials', '1'),
];

const paid = (cash: string): number | undefined =>
  settlementOf('cash', rehearsed({ ...portfolio, cash: usd(cash) }, trades), NOW)?.paid;

describe('settlement', () => {
  it('is nothing to speak of where the config does not say what account it is', () => {
    expect(settlementOf('unstated', rehearsed(portfolio, trades), NOW)).toBe(undefined);
  });

  it('tells the day of the trades and the day on which they settle', () => {
    const { account: kind, trades: traded, settles } = settlementOf('margin', rehearsed(portfolio, trades), NOW) ?? {};
    expect([kind, traded, settles]).toEqual(['margin', '2026-01-08', '2026-01-09']);
  });

  it('counts the purchases that the cash before the sales pays, fees included, to the cent and in their order', () => {
    expect(paid('1000')).toBe(2);
    expect(paid('1001')).toBe(3);
    expect(paid('999.99')).toBe(1);
    expect(paid('604.99')).toBe(0);
    expect(paid('0')).toBe(0);
  });
});
