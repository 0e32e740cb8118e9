// Between which prices an order may fill: the bounds are checked by dry runs at the bound and one tick beyond.
import { describe, expect, it } from 'vitest';
import type { Trade } from '../../src/model/trade.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { keptOf } from '../../src/steps/4c-kept.ts';
import { moversOf } from '../../src/steps/4c-mover.ts';
import { priceRanges } from '../../src/steps/4c-price-ranges.ts';
import { priceText } from '../../src/model/figures.ts';
import { account, buy, DAY, holding, limits, sell } from '../account.ts';

const ranges = (portfolio: ReturnType<typeof account>, trades: readonly Trade[], written = {}) => {
  const input = { portfolio, trades, restrictions: [], config: limits(written), day: DAY };
  const { rehearsal, findings } = dryRun(input);
  const movers = moversOf(rehearsal);
  return priceRanges(keptOf(rehearsal, findings, input.config, movers), movers).map(({ lowest, highest }) => [
    lowest === undefined ? 'any' : priceText(lowest),
    highest === undefined ? 'any' : priceText(highest),
  ]);
};

describe('price ranges', () => {
  it('end where cash would fall below its minimum: 150 shares of 10,000 with 5 % to keep', () => {
    const portfolio = account('20000', [holding('SPY', 'Funds', '80000')]);
    const wide = { position_limit: { max_pct: 100 }, sector_cap: { max_pct: 100 } };
    expect(ranges(portfolio, [buy('LLY', 'Healthcare', '100', '140')], wide)).toEqual([['any', '$150.00']]);
  });

  it('end where the position would be too heavy', () => {
    const portfolio = account('90000', [holding('SPY', 'Funds', '10000')]);
    expect(ranges(portfolio, [buy('LLY', 'Healthcare', '100', '140')])).toEqual([['any', '$150.00']]);
  });

  it('end where a sale would not raise enough cash', () => {
    const portfolio = account('2000', [
      holding('NEM', 'Materials', '40', '100'),
      ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'].map((symbol) =>
        holding(symbol, `Sector ${symbol}`, '9400'),
      ),
    ]);
    expect(ranges(portfolio, [sell('NEM', 'Materials', '40', '100')])).toEqual([['$73.69', 'any']]);
  });

  it('are open where nothing can be breached', () => {
    const wide = {
      position_limit: { max_pct: 100 },
      sector_cap: { max_pct: 100 },
      sector_increase: { max_increase: 100 },
      cash_minimum: { min_pct: 0, warn_pct: 0 },
      cash_throughout: { min_pct: 0 },
    };
    const portfolio = account('1000', [holding('NEM', 'Materials', '10', '100')]);
    expect(ranges(portfolio, [sell('NEM', 'Materials', '10', '100')], wide)).toEqual([['any', 'any']]);
  });

  it('leave breaches alone that the plan has anyway, but not beyond what can be approved: cash is never negative', () => {
    const portfolio = account('20000', [holding('SPY', 'Funds', '80000')]);
    expect(ranges(portfolio, [buy('LLY', 'Healthcare', '100', '160')])).toEqual([['any', '$200.00']]);
  });
});
