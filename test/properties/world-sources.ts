import defaults from '../../config/constraints.json' with { type: 'json' };
import type { Directive, TickerAim } from '../../src/model/directive.ts';
import type { Intent } from '../../src/model/intent.ts';
import type { Pick, StockPick } from '../../src/model/market.ts';
import type { Place } from '../../src/model/place.ts';
import type { Holding, Restriction } from '../../src/model/portfolio.ts';
import { sectorOf, type Spelling } from '../../src/model/sector.ts';
import { tickerOf, type Ticker } from '../../src/model/ticker.ts';
import { cents, pct, price, shares } from '../../src/model/units.ts';
import { configShape, type Config } from '../../src/validate/config.ts';
import type { Sources } from '../../src/steps/read-sources.ts';
import { SECTORS } from './random-account.ts';
import { DAY, type World, type WorldDirective, type WorldHolding, type WorldPick, type WorldStock } from './world.ts';

export const NOW = `${DAY}T16:00:00-05:00`;

const at = (file: string, line: number): Place => ({ file, line: line + 1, column: 1 });

export const ticker = (text: string): Ticker => {
  const known = tickerOf(text);
  if (known === undefined) throw new Error(`not a ticker: ${text}`);
  return known;
};

const holdingOf = (row: WorldHolding, line: number): Holding => ({
  ticker: ticker(row.ticker),
  sector: sectorOf(row.sector),
  shares: shares(BigInt(row.shares)),
  price: price(BigInt(row.price)),
  place: at('Portfolio.md', line),
  ...(row.cost === undefined ? {} : { cost: cents(BigInt(row.cost)) }),
});

const percent = (value: number) => pct(BigInt(Math.round(value * 1_000_000)));

const pickOf = (row: WorldPick, line: number): Pick => ({
  ticker: ticker(row.ticker),
  sector: sectorOf(row.sector),
  place: at('market.json', line),
  ...(row.price === undefined ? {} : { price: price(BigInt(row.price)) }),
  ...(row.conviction === undefined ? {} : { conviction: percent(row.conviction) }),
  ...(row.weight === undefined ? {} : { weight: percent(row.weight) }),
  ...(row.dailyVolume === undefined ? {} : { dailyVolume: cents(BigInt(row.dailyVolume)) }),
});

const stockOf = (row: WorldStock): StockPick => ({
  file: `${row.ticker}.json`,
  ticker: ticker(row.ticker),
  sector: sectorOf(row.sector),
  sectorSpelling: row.sector,
  conviction: percent(row.conviction),
  thesis: 'because',
  proposed: percent(row.proposed),
  basis: row.basis,
  place: at(`${row.ticker}.json`, 0),
  ...(row.price === undefined ? {} : { price: price(BigInt(row.price)) }),
});

const aimOf = ({ kind, size }: Extract<WorldDirective, { size: number }>): TickerAim => {
  if (kind === 'weight') return { kind, target: pct(BigInt(size)) };
  return kind === 'part' ? { kind, part: pct(BigInt(size)) } : { kind, shares: shares(BigInt(size)) };
};

const directiveOf = (row: WorldDirective, line: number): Directive => {
  const place = at('Portfolio.md', 100 + line);
  const text = JSON.stringify(row);
  if (row.kind === 'cash')
    return { kind: 'cash', id: 'cash', direction: 'set', place, text, target: pct(BigInt(row.target)) };
  if (row.kind === 'sector') {
    const target = row.target === undefined ? {} : { target: pct(BigInt(row.target)) };
    const id = `sector:${row.sector}`;
    return { kind: 'sector', id, direction: row.verb, sector: sectorOf(row.sector), place, text, ...target };
  }
  const about = { kind: 'ticker' as const, id: `ticker:${row.ticker}`, ticker: ticker(row.ticker), place, text };
  if (row.kind === 'keep') return { ...about, direction: 'hold', aim: { kind: 'hold' } };
  return { ...about, direction: row.verb, aim: aimOf(row) };
};

const restrictionsOf = (world: World): readonly Restriction[] =>
  world.restrictions.map((row, line) => ({
    ...row,
    ticker: ticker(row.ticker),
    place: at('Portfolio.md', 200 + line),
  }));

/** The config of a world: its settings laid over the defaults. */
export const configOf = ({ settings }: { readonly settings: World['settings'] }): Config =>
  configShape().parse({ ...defaults, ...settings, trading: { ...defaults.trading, ...settings.trading } });

/** What is wanted of the plan of a world. */
export const intentOf = ({ intent }: World): Intent | undefined =>
  intent === undefined || intent.kind === 'restraint' ? intent : { ...intent, amount: cents(BigInt(intent.amount)) };

/** A stock file is measured against a ranking; where there are picks or files there is a market file. */
export const hasMarket = ({ picks, stocks }: World): boolean => picks.length > 0 || stocks.length > 0;

const RANKINGS = new Map(SECTORS.map((sector, index) => [sectorOf(sector), index + 1]));

/** A world as the readers would hand it on: every noun with its place, claims left out. */
export const sourcesOf = (world: World): Sources => {
  const restrictions = restrictionsOf(world);
  const spelling: Spelling = new Map();
  return {
    portfolio: {
      file: 'Portfolio.md',
      holdings: world.holdings.map(holdingOf),
      cash: cents(BigInt(world.cash)),
      restrictions,
      spelling,
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
    ...(hasMarket(world)
      ? { market: { file: 'market.json', rankings: RANKINGS, picks: world.picks.map(pickOf), spelling } }
      : {}),
    stocks: world.stocks.map(stockOf),
    spelling,
    restrictions,
    directives: world.directives.map(directiveOf),
    accounting: [],
  };
};
