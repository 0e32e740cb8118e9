// What is left of a plan that is partly carried out, at today's prices and with the cash that there really is.
import { describe, expect, it } from 'vitest';
import type { Fill } from '../../src/model/fill.ts';
import type { Market } from '../../src/model/market.ts';
import type { Portfolio } from '../../src/model/portfolio.ts';
import { issueWords } from '../../src/report/issue-words.ts';
import { atTodaysPrices } from '../../src/steps/at-todays-prices.ts';
import { cutBuys } from '../../src/steps/cut-buys.ts';
import type { Sources } from '../../src/steps/read-sources.ts';
import { planFor } from '../../src/steps/rebalance.ts';
import { remainderOf } from '../../src/steps/remainder-of.ts';
import { replan } from '../../src/steps/replan.ts';
import {
  account,
  buy,
  holding,
  limits,
  market,
  pct,
  price,
  restriction,
  sell,
  shares,
  stockPick,
  usd,
} from '../account.ts';
import { books, report } from './books-for.ts';
import { pick, sectorDirective, typed, undone } from './ground-for.ts';
import { acceptFill } from '../../src/steps/5-accept-fill.ts';

const NOW = '2026-01-08T16:00:00-05:00';
const MATERIALS = ['NEM', 'Materials'] as const;

const sources = (portfolio: Portfolio, offered: Market, directives: Sources['directives']): Sources => ({
  portfolio,
  market: offered,
  stocks: [],
  spelling: new Map(),
  restrictions: [],
  directives,
  accounting: [],
});

/** $100,000.00: Materials from 50% to 30%, Healthcare from nothing to 20%: sell 200 NEM, buy 100 LLY. */
const DIRECTIVES = [sectorDirective('reduce', 'Materials', '30'), sectorDirective('increase', 'Healthcare', '20')];
const OTHERS = [holding('KO', 'Staples', '400', '100')];
const BASE = sources(
  account('10000', [holding(...MATERIALS, '500', '100'), ...OTHERS]),
  market({ picks: [pick('LLY', 'Healthcare', '200')] }),
  DIRECTIVES,
);
const config = limits({ sector_cap: { max_pct: 100 }, position_limit: { max_pct: 100 } });
const terms = { config, now: NOW };
const filled = (...words: readonly string[]): readonly Fill[] => words.map((one) => acceptFill(report(one), books()));

const again = (fills: readonly Fill[], portfolio: Portfolio, more: Partial<Sources> = {}) =>
  replan({ base: BASE, made: terms, fills, today: { ...BASE, portfolio, ...more }, terms }, []);
const codes = ({ issues }: ReturnType<typeof again>): readonly string[] => issues.map(({ code }) => code);

describe('the remainder', () => {
  it('at unchanged prices is what the plan has left', () => {
    expect(typed(planFor(BASE, terms, []).plan.trades)).toEqual(['SELL 200 NEM @ 100', 'BUY 100 LLY @ 200']);
    const half = account('22000', [holding(...MATERIALS, '380', '100'), ...OTHERS]);
    const result = again(filled('SOLD 120 NEM @ 100'), half);
    expect(typed(result.plan.trades)).toEqual(['SELL 80 NEM @ 100', 'BUY 100 LLY @ 200']);
    expect([result.verdict, result.portfolio, codes(result)]).toEqual(['SAFE', half, []]);
  });

  it('reads percentages as the plan did: of the invested money, where the person said so', () => {
    const made = { ...terms, basis: 'invested' as const };
    const orders = ['SELL 230 NEM @ 100', 'BUY 90 LLY @ 200']; // with 10 % of cash: 27 % and 18 % of the account
    expect(typed(planFor(BASE, made, []).plan.trades)).toEqual(orders);
    const result = replan({ base: BASE, made, fills: [], today: BASE, terms }, []);
    expect(typed(result.plan.trades)).toEqual(orders);
  });

  it('at other prices is what would be ordered today, less what is filled', () => {
    const dearer = account('22000', [holding(...MATERIALS, '380', '110'), ...OTHERS]);
    const result = again(filled('SOLD 120 NEM @ 100'), dearer, {
      market: market({ picks: [pick('LLY', 'Healthcare', '220')] }),
    });
    // $105,000.00 from where it began: Materials 30% are 286 shares, Healthcare 20% are 95.
    expect(typed(result.plan.trades)).toEqual(['SELL 94 NEM @ 110', 'BUY 95 LLY @ 220']);
  });

  it('turns nothing back that was filled beyond it, and says so', () => {
    const much = account('36000', [holding(...MATERIALS, '240', '100'), ...OTHERS]);
    const result = again(filled('SOLD 260 NEM @ 100'), much);
    expect(typed(result.plan.trades)).toEqual(['BUY 100 LLY @ 200']);
    expect(result.issues.map(issueWords)[0]?.is).toBe(
      "SELL NEM: 260 shares are filled, 60 more than the 200 that would be ordered at today's prices",
    );
  });

  it('cuts the last purchase where cash is short, and tells how', () => {
    const short = account('24800', [holding(...MATERIALS, '300', '100'), ...OTHERS]);
    const result = again(filled('SOLD 200 NEM @ 74'), short);
    // 5% of $94,800.00 are $4,740.00: $20,060.00 can be spent.
    expect(typed(result.plan.trades)).toEqual(['BUY 100 LLY @ 200']);
    const least = again(filled('SOLD 200 NEM @ 73.50'), account('24700', short.holdings));
    expect(typed(least.plan.trades)).toEqual(['BUY 99 LLY @ 200']);
    expect([codes(least), least.verdict]).toEqual([['remainder-cut'], 'SAFE']);
    expect(issueWords(least.issues[0]!).is).toBe(
      "what is left would take cash below its floor by today's prices: purchases of LLY are $200.00 smaller",
    );
  });

  it('that is cut by more than the targets may miss 100% by needs approval', () => {
    const poor = again(filled('SOLD 200 NEM @ 50'), account('20000', [holding(...MATERIALS, '300', '100'), ...OTHERS]));
    expect(typed(poor.plan.trades)).toEqual(['BUY 77 LLY @ 200']);
    expect(undone(poor.plan.unfilled)).toEqual(['Healthcare 4600.00 cash-floor']);
    expect([codes(poor), poor.verdict]).toEqual([['unfilled-cash-floor'], 'CONDITIONAL']);
  });

  it('is nothing where statements contradict each other today', () => {
    const fallen = account('10000', [holding(...MATERIALS, '500', '20'), ...OTHERS]);
    const result = again([], fallen);
    expect([result.plan.trades, codes(result), result.verdict]).toEqual([[], ['verb-contradicts-account'], 'BLOCKED']);
  });

  it("is judged by today's restrictions, and from the account as it is", () => {
    const half = account('22000', [holding(...MATERIALS, '380', '100'), ...OTHERS]);
    const result = again(filled('SOLD 120 NEM @ 100'), half, { restrictions: [restriction('LLY')] });
    expect(result.verdict).toBe('BLOCKED');
    expect(result.rehearsal.before.cash).toBe(usd('22000'));
  });
});

describe('what the fills leave', () => {
  const trades = [sell('NEM', 'Materials', '100', '10', { fees: usd('1') }), buy('LLY', 'Healthcare', '5', '20')];
  const left = (...words: readonly string[]) => {
    const { trades: open, issues } = remainderOf(trades, filled(...words));
    return [typed(open), open.map(({ fees, value }) => [fees, value]), issues.map(({ code }) => code)];
  };

  it.each([
    [
      'nothing',
      [],
      [
        ['SELL 100 NEM @ 10', 'BUY 5 LLY @ 20'],
        [
          [100n, 100_000n],
          [0n, 10_000n],
        ],
        [],
      ],
    ],
    [
      'a part',
      ['SOLD 40 NEM @ 9 fees 0.60'],
      [
        ['SELL 60 NEM @ 10', 'BUY 5 LLY @ 20'],
        [
          [40n, 60_000n],
          [0n, 10_000n],
        ],
        [],
      ],
    ],
    ['all of an order', ['SOLD 60 NEM @ 9 fees 3', 'SOLD 40 NEM @ 9'], [['BUY 5 LLY @ 20'], [[0n, 10_000n]], []]],
    ['more than an order', ['BOUGHT 6 LLY @ 9'], [['SELL 100 NEM @ 10'], [[100n, 100_000n]], ['remainder-beyond']]],
    [
      'the other side',
      ['BOUGHT 6 NEM @ 9'],
      [
        ['SELL 100 NEM @ 10', 'BUY 5 LLY @ 20'],
        [
          [100n, 100_000n],
          [0n, 10_000n],
        ],
        ['remainder-beyond'],
      ],
    ],
  ])('%s', (_, words, expected) => {
    expect(left(...words)).toEqual(expected);
  });

  it('of two orders of one ticker is taken from the first', () => {
    const twice = [sell('NEM', 'Materials', '100', '10'), sell('NEM', 'Materials', '50', '10')];
    expect(typed(remainderOf(twice, filled('SOLD 120 NEM @ 9')).trades)).toEqual(['SELL 30 NEM @ 10']);
  });
});

describe('purchases that the cash cannot pay', () => {
  const orders = [
    sell('NEM', 'Materials', '10', '100', { value: usd('1000') }),
    buy('AA', 'Energy', '10', '100', { value: usd('1000') }),
    buy('BB', 'Energy', '7', '99.99', { value: usd('699.93'), fees: usd('1') }),
  ];
  const cut = (cash: string, more: { readonly lot?: string; readonly usd?: string } = {}) => {
    const floor = { pct: pct('0'), usd: usd(more.usd ?? '0') };
    const { trades, cut: less } = cutBuys(orders, {
      cash: usd(cash),
      total: usd('100000'),
      floor,
      lot: shares(more.lot ?? '1'),
    });
    return [
      ...typed(trades.filter(({ side }) => side === 'BUY')),
      ...less.map(({ trade, value }) => `${trade.ticker} -${value}`),
    ];
  };

  it.each([
    ['exactly enough', '700.93', {}, ['BUY 10 AA @ 100', 'BUY 7 BB @ 99.99']],
    ['a cent too few', '700.92', {}, ['BUY 10 AA @ 100', 'BUY 6 BB @ 99.99', 'BB -9999']],
    ['a cent too few, in lots of five', '700.92', { lot: '5' }, ['BUY 10 AA @ 100', 'BUY 2 BB @ 99.99', 'BB -49995']],
    ['nothing for the last one, its fee neither', '0', {}, ['BUY 10 AA @ 100', 'BB -69993']],
    ['less than that', '-0.01', {}, ['BUY 9 AA @ 100', 'AA -10000', 'BB -69993']],
    ['nothing at all', '-1000', {}, ['AA -100000', 'BB -69993']],
    ['debts', '-5000', {}, ['AA -100000', 'BB -69993']],
    ['a minimum in dollars', '700.93', { usd: '0.01' }, ['BUY 10 AA @ 100', 'BUY 6 BB @ 99.99', 'BB -9999']],
  ])('%s', (_, cash, more, expected) => {
    expect(cut(cash, more)).toEqual(expected);
  });
});

describe("today's prices", () => {
  const base: Sources = {
    ...BASE,
    market: market({
      picks: [pick('LLY', 'Healthcare', '200'), pick('NEM', 'Materials', '101'), pick('XX', 'Energy', '7')],
    }),
    stocks: [stockPick('UNH', 'Healthcare', '5', { price: price('300') })],
  };
  const pricesWith = (today: Partial<Sources>) => {
    const { portfolio, market: offered, stocks } = atTodaysPrices(base, { ...base, ...today });
    const all = [...portfolio.holdings, ...(offered?.picks ?? []), ...stocks];
    return all.map((one) => `${one.ticker} ${(one.price ?? 0n) / 10_000n}`).join(', ');
  };
  const UNCHANGED = 'NEM 100, KO 100, LLY 200, NEM 100, XX 7, UNH 300';
  const holding2 = (each: string) => account('0', [holding(...MATERIALS, '5', each), ...OTHERS]);

  it.each([
    ['nothing moved', {}, UNCHANGED],
    ['the portfolio prices what is held', { portfolio: holding2('110') }, UNCHANGED.replaceAll('NEM 100', 'NEM 110')],
    [
      'it prices what was bought since',
      { portfolio: account('0', [...BASE.portfolio.holdings, holding('LLY', 'Healthcare', '1', '205')]) },
      UNCHANGED.replace('LLY 200', 'LLY 205'),
    ],
    [
      'a quote prices what is not held',
      { market: market({ picks: [pick('LLY', 'Healthcare', '210')] }) },
      UNCHANGED.replace('LLY 200', 'LLY 210'),
    ],
    [
      'a stock file does so before the market file',
      {
        market: market({ picks: [pick('UNH', 'Healthcare', '310')] }),
        stocks: [stockPick('UNH', 'Healthcare', '5', { price: price('320') })],
      },
      UNCHANGED.replace('UNH 300', 'UNH 320'),
    ],
    ['a quote that is the same does not reprice what was sold', { portfolio: account('0', OTHERS) }, UNCHANGED],
    [
      'a quote that has changed does',
      { portfolio: account('0', OTHERS), market: market({ picks: [pick('NEM', 'Materials', '120')] }) },
      UNCHANGED.replaceAll('NEM 100', 'NEM 120'),
    ],
  ])('%s', (_, today, expected) => {
    expect(pricesWith(today)).toBe(expected);
  });
});
