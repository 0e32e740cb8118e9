// The largest adverse move, worked out by hand for plans where one limit gives way first.
import { describe, expect, it } from 'vitest';
import type { Trade } from '../../src/model/trade.ts';
import { dryRun } from '../../src/steps/2-dry-run.ts';
import { adverseMove } from '../../src/steps/4c-adverse-move.ts';
import { keptOf } from '../../src/steps/4c-kept.ts';
import { moversOf } from '../../src/steps/4c-mover.ts';
import { account, buy, DAY, holding, inPercent, limits, sell } from '../account.ts';

const WIDE = {
  position_limit: { max_pct: 100 },
  sector_cap: { max_pct: 100 },
  sector_increase: { max_increase: 100 },
};

const move = (portfolio: ReturnType<typeof account>, trades: readonly Trade[], written = {}) => {
  const config = limits(written);
  const { rehearsal, findings } = dryRun({ portfolio, trades, restrictions: [], config, day: DAY });
  const movers = moversOf(rehearsal);
  return adverseMove(keptOf(rehearsal, findings, config, movers), movers);
};

/** Whole hundredths of a percent: rounding to the cent takes less. */
const told = (found: ReturnType<typeof move>) =>
  ([found?.both, found?.sells, found?.buys] as const).map((one) =>
    one === undefined
      ? '-'
      : one.pct === undefined
        ? 'any'
        : `${inPercent({ num: one.pct / 10_000n, den: 10_000n })} ${one.first?.constraint} ${one.first?.subject}`,
  );

describe('the largest adverse move', () => {
  it('of a purchase is where cash falls to its minimum: 14,000 of 15,000 that may be spent', () => {
    const portfolio = account('20000', [holding('SPY', 'Funds', '80000')]);
    expect(told(move(portfolio, [buy('LLY', 'Healthcare', '100', '140')], WIDE))).toEqual([
      '7.14 cash_throughout 1',
      '-',
      '-',
    ]);
  });

  it('of a sale and a purchase: 10,000 come, 10,000 go, 5 % of the total must stay', () => {
    const portfolio = account('8000', [holding('NEM', 'Materials', '200', '50'), holding('SPY', 'Funds', '82000')]);
    const plan = [sell('NEM', 'Materials', '200', '50'), buy('LLY', 'Healthcare', '100', '100')];
    // Room 3,000. Sales by x: 10,000·x less, but 5 % of the 10,000·x by which the total falls need not stay: 9,500·x.
    // Purchases by x: 10,000·x more, of a ticker that was not held: the total is the same. 3,000 / 19,500, / 9,500, / 10,000.
    expect(told(move(portfolio, plan, WIDE))).toEqual([
      '15.38 cash_throughout 2',
      '31.57 cash_throughout 2',
      '29.99 cash_throughout 2',
    ]);
  });

  it('is independent for each order: a sale that falls alone makes what is not traded heavier', () => {
    const portfolio = account('50000', [holding('NEM', 'Materials', '250', '100'), holding('SPY', 'Funds', '25000')]);
    const plan = [sell('NEM', 'Materials', '100', '100'), buy('LLY', 'Healthcare', '10', '100')];
    // SPY weighs 25 % of 100,000 and may weigh 26 %: 25,000 / 0.26 = 96,153.85, 3,846.15 less. All 25,000 of NEM fall: 15.38 %.
    const written = { ...WIDE, position_limit: { max_pct: 26 } };
    expect(told(move(portfolio, plan, written))[1]).toBe('15.38 position_limit SPY');
    expect(told(move(portfolio, plan, written))[0]).toBe('15.38 position_limit SPY');
  });

  it('is without bound where nothing can be breached, and absent without orders', () => {
    const open = { ...WIDE, cash_minimum: { min_pct: 0, warn_pct: 0 }, cash_throughout: { min_pct: 0 } };
    const portfolio = account('1000', [holding('NEM', 'Materials', '10', '100')]);
    expect(told(move(portfolio, [sell('NEM', 'Materials', '10', '100')], open))).toEqual(['any', '-', '-']);
    expect(move(portfolio, [], open)).toBe(undefined);
  });
});
