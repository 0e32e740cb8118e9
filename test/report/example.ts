// Recommendations built by hand: src/report only reads them, so it is tested without a parser or a generator.
import type { Finding, FindingLevel } from '../../src/model/finding.ts';
import type { Holding } from '../../src/model/portfolio.ts';
import type { Recommendation } from '../../src/model/recommendation.ts';
import { rehearse } from '../../src/model/rehearsal.ts';
import { sectorOf } from '../../src/model/sector.ts';
import type { StockValidation } from '../../src/model/stock-validation.ts';
import { tickerOf, type Ticker } from '../../src/model/ticker.ts';
import type { Trade } from '../../src/model/trade.ts';
import { cents, pct, price, readDecimal, SCALE, shares, worth, type Cents } from '../../src/model/units.ts';
import { verdictOf } from '../../src/model/verdict.ts';
import type { Meta } from '../../src/report/plan-document.ts';
import { CONSTRAINTS } from '../../src/validate/registry.ts';

export const usd = (text: string): Cents => cents(readDecimal(text, SCALE.cents) ?? 0n);
export const percent = (text: string) => pct(readDecimal(text, SCALE.pct) ?? 0n);
export const ratio = (text: string) => ({ num: percent(text), den: 100_000_000n });
export const ticker = (text: string): Ticker => tickerOf(text)!;
export const at = (line: number, file = 'Portfolio.md') => ({ file, line, column: 3 });

export const meta: Meta = {
  planId: '3f9ac04b12de',
  tool: { name: 'portfolio-orchestrator', version: '0.1.0' },
  inputs: [{ role: 'portfolio', path: 'examples/Portfolio.md', sha256: 'ab'.repeat(32) }],
  configSha256: 'cd'.repeat(32),
};

export const holding = (
  symbol: string,
  sector: string,
  count: string,
  at_: string,
  line = 1,
  cost?: string,
): Holding => ({
  ticker: ticker(symbol),
  sector: sectorOf(sector),
  shares: shares(readDecimal(count, SCALE.shares) ?? 0n),
  price: price(readDecimal(at_, SCALE.price) ?? 0n),
  place: at(line),
  ...(cost === undefined ? {} : { cost: usd(cost) }),
});

export const trade = (side: 'SELL' | 'BUY', symbol: string, sector: string, count: string, at_: string): Trade => {
  const quantity = shares(readDecimal(count, SCALE.shares) ?? 0n);
  const quote = price(readDecimal(at_, SCALE.price) ?? 0n);
  return {
    side,
    ticker: ticker(symbol),
    sector: sectorOf(sector),
    shares: quantity,
    price: quote,
    value: worth(quote, quantity),
    fees: cents(0n),
    directive: `sector:${sector}`,
    why: { rule: 'example', detail: { sector } },
  };
};

const HOLDINGS = [
  holding('NEM', 'Materials', '330', '104.1151', 10, '21000'),
  holding('FCX', 'Materials', '640', '52.37', 11, '28000'),
  holding('KGC', 'Materials', '1100', '29.02', 12, '11000'),
  holding('NUE', 'Materials', '110', '166.4', 13, '15000'),
  holding('AAPL', 'Technology', '65', '259.04', 14, '12000'),
  holding('JPM', 'Financials', '105', '329.79', 15, '20000'),
  holding('XOM', 'Energy', '250', '122.91', 16, '25000.50'),
  holding('PG', 'Consumer Staples', '200.345', '140.1234', 17),
];

export const CRITERIA_PASSED: StockValidation = {
  status: 'APPROVED_FOR_PO',
  ticker: ticker('NVDA'),
  file: 'nvda.json',
  conviction: percent('74'),
  results: [
    { criterion: 'conviction', passed: true, measured: { kind: 'pct', value: ratio('74'), limit: ratio('65') } },
    { criterion: 'position_size', passed: true, measured: { kind: 'pct', value: ratio('12'), limit: ratio('15') } },
    { criterion: 'sector_cap', passed: true, measured: { kind: 'pct', value: ratio('38.5'), limit: ratio('40') } },
    { criterion: 'cash_buffer', passed: true, measured: { kind: 'pct', value: ratio('9.25'), limit: ratio('5') } },
    { criterion: 'restriction_list', passed: true, measured: { kind: 'flag', value: false, limit: false } },
    { criterion: 'regime_alignment', passed: true, measured: { kind: 'rank', value: 1, limit: 5 } },
  ],
};

export const CRITERIA_FAILED: StockValidation = {
  ...CRITERIA_PASSED,
  status: 'REJECTED',
  ticker: ticker('TSLA'),
  file: 'tsla.json',
  conviction: percent('55'),
  results: CRITERIA_PASSED.results.map((result) => {
    if (result.criterion === 'conviction')
      return { ...result, passed: false, measured: { kind: 'pct', value: ratio('55'), limit: ratio('65') } };
    if (result.criterion === 'position_size')
      return { ...result, passed: false, measured: { kind: 'pct', value: ratio('20'), limit: ratio('15') } };
    if (result.criterion === 'regime_alignment')
      return { ...result, passed: false, measured: { kind: 'rank', limit: 5 } };
    return result;
  }),
};

const LIMITS: Readonly<Record<string, unknown>> = {
  sector_cap: { max_pct: 40, overrides: {} },
  cash_minimum: { min_pct: 5, warn_pct: 8, min_usd: 0 },
  position_limit: { max_pct: 15 },
  sector_increase: { max_increase: 50, measure: 'points' },
  cash_throughout: { min_pct: 5 },
  restrictions: { tickers: [] },
};

type Parts = Partial<Omit<Recommendation, 'plan'>> & {
  readonly trades?: readonly Trade[];
  readonly plan?: Partial<Recommendation['plan']>;
  readonly holdings?: readonly Holding[];
  readonly cash?: Cents;
};

const TRADES = [
  trade('SELL', 'KGC', 'Materials', '1100', '29.02'),
  trade('SELL', 'NEM', 'Materials', '222', '104.1151'),
  trade('BUY', 'MSFT', 'Technology', '48', '478.11'),
  trade('BUY', 'LLY', 'Healthcare', '22', '1085.19'),
];

/** A recommendation with real findings for its trades; any part can be replaced. */
export const recommendation = (parts: Parts = {}): Recommendation => {
  const { trades = TRADES, holdings = HOLDINGS, cash = usd('6200.10'), plan, ...rest } = parts;
  const restrictions = rest.portfolio?.restrictions ?? [];
  const account = { holdings, cash };
  const rehearsal = rehearse(account, trades, restrictions, '2026-01-08');
  const findings = CONSTRAINTS.flatMap(({ id, config, check }): readonly Finding[] =>
    check(rehearsal, config().parse(LIMITS[id]) as never),
  );
  const levels = [...findings, ...(rest.issues ?? [])].map(({ level }) => level as FindingLevel);
  const base: Recommendation = {
    workflow: 'rebalance',
    now: '2026-01-08T16:00:00-05:00',
    verdict: verdictOf(levels),
    portfolio: {
      file: 'Portfolio.md',
      asOf: { value: '2026-01-08', place: at(3) },
      ...account,
      restrictions,
      spelling: new Map([[sectorOf('Healthcare'), 'Health Care']]),
      claims: {
        rows: [],
        total: [],
        invested: [],
        cashPct: [],
        cash: [],
        cashPath: [],
        sectorWeights: [],
        sectorValues: [],
      },
    },
    spelling: new Map([[sectorOf('Healthcare'), 'Health Care']]),
    directives: [
      {
        directive: {
          kind: 'sector',
          id: 'sector:Materials',
          direction: 'reduce',
          sector: sectorOf('Materials'),
          target: percent('25'),
          from: { value: percent('46.8'), place: at(30) },
          place: at(30),
          text: 'Reduce Materials from 46.8% to 25%',
        },
        subject: 'Materials',
        action: 'SELL',
        current: ratio('46.812345'),
        target: ratio('25'),
        change: usd('-54500.12'),
      },
    ],
    accounting: [
      { place: at(30), text: 'Reduce Materials from 46.8% to 25%', class: 'directive' },
      { place: at(31), text: 'Consider Energy if oil rises', class: 'conditional', reason: 'example' },
      { place: at(32), text: 'Hold the rest', class: 'not_a_directive', reason: 'example' },
    ],
    plan: { trades, unfilled: [], suppressed: [], rejectedPicks: [], ...plan },
    residuals: [{ subject: 'Materials', target: ratio('25'), achieved: ratio('25.0912'), gap: usd('-210.43') }],
    rehearsal,
    findings,
    issues: [],
    stockValidations: [],
    priceRanges: [
      { lowest: price(210_000n) },
      {},
      { lowest: price(4_000_000n), highest: price(9_995_678n) },
      { highest: price(12_000_000n) },
    ],
    cashFloor: { pct: percent('5'), usd: usd('12500') },
  };
  const { portfolio, ...others } = rest;
  return { ...base, ...others, portfolio: { ...base.portfolio, ...portfolio } };
};

/** Makes a plan need approval, as the steps do. */
export const withEscalation = (from: Recommendation): Recommendation => ({
  ...from,
  verdict: 'CONDITIONAL',
  escalation: { trigger: 'constraint_violation', routing: 'Master-Architect', slaMinutes: 30 },
});
