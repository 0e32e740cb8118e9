// Accounts, orders and limits built by hand from plain decimals: what the judge's and the generator's tests start from.
import defaults from '../config/constraints.json' with { type: 'json' };
import type { Finding, Measure } from '../src/model/finding.ts';
import type { Market, StockPick } from '../src/model/market.ts';
import type { Place } from '../src/model/place.ts';
import type { Claims, Holding, Portfolio, Restriction } from '../src/model/portfolio.ts';
import type { Ratio } from '../src/model/ratio.ts';
import { rehearse, type Rehearsal } from '../src/model/rehearsal.ts';
import { sectorOf } from '../src/model/sector.ts';
import { tickerOf, type Ticker } from '../src/model/ticker.ts';
import type { Side, Trade } from '../src/model/trade.ts';
import * as units from '../src/model/units.ts';
import type { Config } from '../src/validate/config.ts';
import type { ConfigSource } from '../src/validate/config-source.ts';
import { readConfig } from '../src/validate/read-config.ts';

const exactly = (text: string, places: number): bigint => {
  const value = units.readDecimal(text, places);
  if (value === undefined) throw new Error(`not a decimal with at most ${places} places: ${text}`);
  return value;
};

export const usd = (text: string) => units.cents(exactly(text, 2));
export const price = (text: string) => units.price(exactly(text, 4));
export const shares = (text: string) => units.shares(exactly(text, 6));
export const pct = (text: string) => units.pct(exactly(text, 6));
export const at = (line: number, file = 'Portfolio.md'): Place => ({ file, line, column: 3 });
export const stated = <T>(value: T, line = 1) => ({ value, place: at(line) });
export const DAY = '2026-01-08';

export const ticker = (text: string): Ticker => {
  const known = tickerOf(text);
  if (known === undefined) throw new Error(`not a ticker: ${text}`);
  return known;
};

/** So many shares at a price; by default at a dollar a share, so that shares read as dollars and 0.01 as a cent. */
export const holding = (
  symbol: string,
  sector: string,
  count: string,
  each = '1',
  more: Partial<Holding> = {},
): Holding => ({
  ticker: ticker(symbol),
  sector: sectorOf(sector),
  shares: shares(count),
  price: price(each),
  place: at(1),
  ...more,
});

const NO_CLAIMS: Claims = {
  rows: [],
  total: [],
  invested: [],
  cashPct: [],
  cash: [],
  cashPath: [],
  sectorWeights: [],
  sectorValues: [],
};

export const account = (
  cash: string,
  holdings: readonly Holding[],
  more: Omit<Partial<Portfolio>, 'claims'> & { readonly claims?: Partial<Claims> } = {},
): Portfolio => ({
  file: 'Portfolio.md',
  restrictions: [],
  spelling: new Map(),
  ...more,
  cash: usd(cash),
  holdings,
  claims: { ...NO_CLAIMS, ...more.claims },
});

const order =
  (side: Side) =>
  (symbol: string, sector: string, count: string, each = '1', more: Partial<Trade> = {}): Trade => ({
    side,
    ticker: ticker(symbol),
    sector: sectorOf(sector),
    shares: shares(count),
    price: price(each),
    value: usd('0'), // a claim that the rehearsal does not believe
    fees: usd('0'),
    why: { rule: 'example', detail: {} },
    ...more,
  });

export const sell = order('SELL');
export const buy = order('BUY');

export const restriction = (symbol: string, more: Partial<Restriction> = {}): Restriction => ({
  ticker: ticker(symbol),
  scope: 'both',
  ...more,
});

type Written = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A config file whose places name their path, so that a test sees what is pointed at: a value, or its key. */
export const configFile = (value: unknown): ConfigSource => ({
  file: 'mine.json',
  value,
  placeOf: (path) => ({ file: path.join('.'), line: 1, column: 1 }),
  keyPlaceOf: (path) => ({ file: `key ${path.join('.')}`, line: 1, column: 1 }),
});

/** The defaults with some settings as a person would write them over. */
export const limits = (written: Written = {}): Config => {
  const { config, issues } = readConfig(defaults, configFile(written));
  if (config === undefined) throw new Error(JSON.stringify(issues));
  return config;
};

/** The dry run of some orders. */
export const rehearsed = (
  portfolio: Portfolio,
  trades: readonly Trade[] = [],
  restrictions: readonly Restriction[] = [],
): Rehearsal => rehearse(portfolio, trades, restrictions, DAY);

export const market = (more: Partial<Market> = {}): Market => ({
  file: 'market.json',
  rankings: new Map(),
  picks: [],
  spelling: new Map(),
  ...more,
});

/** The account's file of one stock: what the Stock-Analyst proposes. */
export const stockPick = (
  symbol: string,
  sector: string,
  proposed: string,
  more: Partial<StockPick> = {},
): StockPick => ({
  file: `${symbol.toLowerCase()}.json`,
  ticker: ticker(symbol),
  sector: sectorOf(sector),
  sectorSpelling: sector,
  conviction: pct('80'),
  thesis: 'example',
  proposed: pct(proposed),
  basis: 'target',
  place: at(1, `${symbol.toLowerCase()}.json`),
  ...more,
});

/** A ratio in percent: exact where six decimals hold it, else rounded down and marked. */
export const inPercent = ({ num, den }: Ratio): string => {
  const scaled = (num < 0n ? -num : num) * 100_000_000n;
  const whole = scaled / den;
  const text = `${whole / 1_000_000n}.${(whole % 1_000_000n).toString().padStart(6, '0')}`.replace(/\.?0+$/, '');
  return `${num < 0n && text !== '0' ? '-' : ''}${text}${scaled % den === 0n ? '' : '…'}`;
};

const dollars = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const measured = (measure: Measure): string =>
  measure.unit === 'flag'
    ? String(measure.value)
    : measure.unit === 'usd'
      ? dollars(measure.value)
      : inPercent(measure.value);

/** A finding as a person reads it: percent with every decimal, dollars with cents. */
export const told = ({ subject, level, origin, limit, before, after, slack, slackUsd }: Finding) => ({
  subject,
  level,
  origin,
  limit: measured(limit),
  before: measured(before),
  after: measured(after),
  slack: measured(slack),
  ...(slackUsd === undefined ? {} : { slackUsd: dollars(slackUsd) }),
});
