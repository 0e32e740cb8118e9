import { describe, expect, it } from 'vitest';
import { rehearse } from '../../src/model/rehearsal.ts';
import { compareRatios, pctRatio, weight } from '../../src/model/ratio.ts';
import { sectorOf } from '../../src/model/sector.ts';
import { account, buy, DAY, holding, inPercent, pct, sell, ticker, usd } from '../account.ts';

const dry = (portfolio: ReturnType<typeof account>, ...trades: Parameters<typeof rehearse>[1]) =>
  rehearse(portfolio, trades, [], DAY);

describe('rehearse', () => {
  it('does test case 1 exactly: 2.5 % + 21.8 - 9.3 - 10.0 leaves exactly 5 % in cash', () => {
    const portfolio = account('25000', [
      holding('NEM', 'Materials', '468000'),
      holding('MSFT', 'Technology', '67000'),
      holding('SPY', 'Funds', '440000'),
    ]);
    const { after } = dry(
      portfolio,
      sell('NEM', 'Materials', '218000'),
      buy('MSFT', 'Technology', '93000'),
      buy('LLY', 'Healthcare', '100000'),
    );
    expect(2.5 + (46.8 - 25) - (16 - 6.7) - (10 - 0)).toBe(4.9999999999999964); // as floats have it
    expect(compareRatios(weight(after.cash, after.total), pctRatio(pct('5')))).toBe(0);
    expect([...after.sectors].map(([sector, value]) => `${sector} ${inPercent(weight(value, after.total))}`)).toEqual([
      'Healthcare 10',
      'Technology 16',
      'Materials 25',
      'Funds 44',
    ]);
  });

  it('shows cash and total after each order, fees taken', () => {
    const { steps, before, after } = dry(
      account('1000', [holding('NEM', 'Materials', '10', '100')]),
      sell('NEM', 'Materials', '4', '100', { fees: usd('4.95') }),
      buy('LLY', 'Healthcare', '1', '1085.19', { fees: usd('4.95') }),
    );
    expect(before).toMatchObject({ cash: usd('1000'), total: usd('2000') });
    expect(steps.map(({ cash, total }) => [cash, total])).toEqual([
      [usd('1395.05'), usd('1995.05')],
      [usd('304.91'), usd('1990.10')],
    ]);
    expect(after).toMatchObject({ cash: usd('304.91'), total: usd('1990.10') });
  });

  it('adds to a position, opens one and closes one', () => {
    const { after } = dry(
      account('1000', [holding('NEM', 'Materials', '10', '10'), holding('FCX', 'Materials', '2.5', '40')]),
      sell('FCX', 'Materials', '2.5', '40'),
      buy('NEM', 'Materials', '5', '10'),
      buy('LLY', 'Healthcare', '1', '100'),
    );
    expect([...after.positions.values()].map((one) => [one.ticker, one.shares, one.value])).toEqual([
      ['LLY', 1_000_000n, usd('100')],
      ['NEM', 15_000_000n, usd('150')],
    ]);
    expect(after.sectors.get(sectorOf('Materials'))).toBe(usd('150'));
  });

  it('believes no amount of an order: shares and price count', () => {
    const { after } = dry(account('1000', []), buy('LLY', 'Healthcare', '1', '100', { value: usd('999999') }));
    expect(after.cash).toBe(usd('900'));
  });

  it('rounds each position and each order to the cent, not their sum', () => {
    const { after, steps } = dry(
      account('1000', []),
      buy('LLY', 'Healthcare', '1', '1.005'),
      buy('LLY', 'Healthcare', '1', '1.005'),
    );
    expect([after.cash, after.positions.get(ticker('LLY'))?.value, after.total]).toEqual([
      usd('997.98'),
      usd('2.01'),
      usd('999.99'),
    ]);
    expect(steps[1]?.total).toBe(usd('999.99'));
  });

  it('keeps a held position at the account’s price and moves cash at the order’s', () => {
    const { after } = dry(
      account('1000', [holding('NEM', 'Materials', '10', '100')]),
      sell('NEM', 'Materials', '5', '90'),
    );
    expect([after.cash, after.positions.get(ticker('NEM'))?.value, after.total]).toEqual([
      usd('1450'),
      usd('500'),
      usd('1950'),
    ]);
  });

  it.each([
    ['more than is held', sell('NEM', 'Materials', '10.000001', '100')],
    ['what is not held', sell('FCX', 'Materials', '1', '40')],
    ['nothing', sell('NEM', 'Materials', '0', '100')],
    ['less than nothing', buy('NEM', 'Materials', '-1', '100')],
  ])('names an order for %s impossible', (_, trade) => {
    const portfolio = account('1000', [holding('NEM', 'Materials', '10', '100')]);
    expect(dry(portfolio, trade).impossible).toEqual([trade]);
    expect(dry(portfolio, sell('NEM', 'Materials', '10', '100')).impossible).toEqual([]);
  });

  it('sells twice what is there only once', () => {
    const half = sell('NEM', 'Materials', '6', '100');
    const { impossible } = dry(account('0', [holding('NEM', 'Materials', '10', '100')]), half, half);
    expect(impossible).toHaveLength(1);
  });

  it('is the account itself without orders, and leaves it untouched', () => {
    const portfolio = account('1000', [holding('XOM', 'Energy', '1', '5'), holding('AA', 'Materials', '1', '5')]);
    const { before, after, steps } = dry(portfolio);
    expect(after).toEqual(before);
    expect(steps).toEqual([]);
    expect([...before.positions.keys()]).toEqual(['AA', 'XOM']);
  });
});
