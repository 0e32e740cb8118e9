import { describe, expect, it } from 'vitest';
import { sequence } from '../../src/steps/4a-sequence.ts';
import { buy, pct, sell, usd } from '../account.ts';

const sale = (symbol: string, value: string, dailyVolume?: string) =>
  sell(symbol, 'Materials', '1', '1', {
    value: usd(value),
    ...(dailyVolume === undefined ? {} : { dailyVolume: usd(dailyVolume) }),
  });
const purchase = (symbol: string, conviction?: string) =>
  buy(symbol, 'Technology', '1', '1', conviction === undefined ? {} : { conviction: pct(conviction) });
const tickers = (...trades: Parameters<typeof sequence>[0]) => sequence(trades).map(({ ticker }) => ticker);

describe('step 4A', () => {
  it('puts sales before purchases', () => {
    expect(tickers(purchase('AA', '90'), sale('ZZ', '1'), purchase('BB', '80'), sale('YY', '2'))).toEqual([
      'YY',
      'ZZ',
      'AA',
      'BB',
    ]);
  });

  it.each([
    ['the larger order first', [sale('AA', '100'), sale('BB', '100.01')], ['BB', 'AA']],
    ['ties by ticker', [sale('BB', '100'), sale('AA', '100')], ['AA', 'BB']],
    [
      'the larger daily volume first, where it is known for all',
      [sale('AA', '900', '1000'), sale('BB', '1', '1000.01')],
      ['BB', 'AA'],
    ],
    ['daily volumes alike: by ticker', [sale('BB', '900', '1000'), sale('AA', '1', '1000')], ['AA', 'BB']],
    ['the larger order, where one volume is unknown', [sale('AA', '900'), sale('BB', '1', '1000')], ['AA', 'BB']],
  ])('sells %s', (_, trades, expected) => {
    expect(tickers(...trades)).toEqual(expected);
  });

  it.each([
    ['the highest conviction first', [purchase('AA', '66'), purchase('BB', '66.000001')], ['BB', 'AA']],
    ['the unknown conviction last', [purchase('AA'), purchase('BB', '0')], ['BB', 'AA']],
    ['ties by ticker', [purchase('BB', '70'), purchase('AA', '70')], ['AA', 'BB']],
    ['all unknown by ticker', [purchase('BB'), purchase('AA')], ['AA', 'BB']],
  ])('buys %s', (_, trades, expected) => {
    expect(tickers(...trades)).toEqual(expected);
  });

  it('changes nothing but the order, and not the list that it was given', () => {
    const trades = [purchase('AA', '90'), sale('ZZ', '1')];
    expect(sequence(trades)).toEqual([trades[1], trades[0]]);
    expect(trades.map(({ ticker }) => ticker)).toEqual(['AA', 'ZZ']);
    expect(sequence([])).toEqual([]);
  });
});
