import type { AccountedLine, Basis, Directive } from '../model/directive.ts';
import { dollarText } from '../model/figures.ts';
import type { Intent } from '../model/intent.ts';
import type { Issue } from '../model/issue.ts';
import type { Market, StockPick } from '../model/market.ts';
import { totalValue, type Portfolio, type Restriction } from '../model/portfolio.ts';
import type { Sector, Spelling } from '../model/sector.ts';
import { tickerOf, type Ticker } from '../model/ticker.ts';
import type { Price } from '../model/units.ts';
import { readDirectives } from '../parse/read-directives.ts';
import { readMarket } from '../parse/read-market.ts';
import { readPortfolio, type PortfolioReading } from '../parse/read-portfolio.ts';
import { readStock } from '../parse/read-stock.ts';
import type { Config } from '../validate/config.ts';

/** One input file. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** What a plan is made under: the limits, and the stated time. */
export interface Terms {
  readonly config: Config;
  /** The stated time, ISO with an offset. */
  readonly now: string;
  /** The person's word on what the document's percentages are parts of; absent: none was given. */
  readonly basis?: Basis;
  /** What the person wants of this plan; absent: the document's instructions as they stand. */
  readonly intent?: Intent;
}

/** What a workflow is given: texts, limits and the stated time; nothing else may decide. */
export interface Request extends Terms {
  readonly portfolio: Source;
  readonly market?: Source;
  readonly stocks: readonly Source[];
  /** The sectors of holdings whose table names none. */
  readonly sectors?: ReadonlyMap<Ticker, string>;
}

/** What the sources say, before anything of it is checked. */
export interface Sources {
  readonly portfolio: Portfolio;
  readonly market?: Market;
  readonly stocks: readonly StockPick[];
  readonly spelling: Spelling;
  readonly restrictions: readonly Restriction[];
  readonly directives: readonly Directive[];
  /** What lines say that contradict a directive of the same id; absent where none do. */
  readonly contested?: readonly Directive[];
  readonly accounting: readonly AccountedLine[];
}

/** The sources, or nothing where they are of no use; and what there is to say about them. */
export interface Reading {
  readonly sources?: Sources;
  readonly issues: readonly Issue[];
  readonly accounting: readonly AccountedLine[];
}

const namesOf = ({ holdings }: Portfolio): ReadonlyMap<Ticker, string> =>
  new Map(holdings.flatMap(({ ticker, name }) => (name === undefined ? [] : [[ticker, name] as const])));

/** Restrictions of the config and of the document are in force together. */
const restrictionsOf = (config: Config, portfolio: Portfolio): readonly Restriction[] => [
  ...config.restrictions.tickers.flatMap(({ ticker, scope, until, reason }): readonly Restriction[] => {
    const known = tickerOf(ticker);
    if (known === undefined) return [];
    return [
      { ticker: known, scope, ...(until === undefined ? {} : { until }), ...(reason === undefined ? {} : { reason }) },
    ];
  }),
  ...portfolio.restrictions,
];

/** The portfolio's spelling of a sector first, then the market's, then the stock files'. */
const spellingOf = (portfolio: Portfolio, market: Market | undefined, stocks: readonly StockPick[]): Spelling =>
  new Map([
    ...stocks.map(({ sector, sectorSpelling }) => [sector, sectorSpelling] as const),
    ...(market?.spelling ?? []),
    ...portfolio.spelling,
  ]);

/** Tickers that are picked but not held, with their prices and sectors. */
export const offered = ({
  portfolio,
  market,
  stocks,
}: Sources): { readonly prices: ReadonlyMap<Ticker, Price>; readonly sectors: ReadonlyMap<Ticker, Sector> } => {
  const held = new Set(portfolio.holdings.map(({ ticker }) => ticker));
  const picks = [...(market?.picks ?? []), ...stocks].filter(({ ticker }) => !held.has(ticker));
  return {
    prices: new Map(picks.flatMap(({ ticker, price }) => (price === undefined ? [] : [[ticker, price] as const]))),
    sectors: new Map(picks.map(({ ticker, sector }) => [ticker, sector] as const)),
  };
};

const bothMarkets = (file: Market | undefined, own: Market | undefined): readonly Issue[] =>
  file === undefined || own === undefined
    ? []
    : [{ code: 'market-stated-twice', level: 'note', detail: { used: file.file, unused: own.file } }];

/** The largest account in cents: beyond it JSON numbers would no longer be exact. */
const LARGEST_ACCOUNT = 100_000_000_000_000n;

const tooLarge = (portfolio: Portfolio): readonly Issue[] =>
  totalValue(portfolio) <= LARGEST_ACCOUNT
    ? []
    : [{ code: 'account-too-large', level: 'unusable', detail: { total: dollarText(totalValue(portfolio)) } }];

/** What became of the lines of a document of which nothing can be used. */
const accountOf = ({ refused }: PortfolioReading): readonly AccountedLine[] =>
  refused === undefined ? [] : readDirectives(refused.outline, refused).accounting;

/**
 * Reads every source into nouns. `withPlan`: the action plan is read too, and a document without one is of no use.
 */
export const readSources = (request: Request, withPlan: boolean): Reading => {
  const document = readPortfolio(
    request.portfolio.text,
    request.portfolio.file,
    request.sectors === undefined ? {} : { sectors: request.sectors },
  );
  const market = request.market === undefined ? undefined : readMarket(request.market.text, request.market.file);
  const stocks = request.stocks.map(({ text, file }) => readStock(text, file));
  const before = [...document.issues, ...(market?.issues ?? []), ...stocks.flatMap(({ issues }) => issues)];
  if (document.value === undefined) return { issues: before, accounting: withPlan ? accountOf(document) : [] };
  const { portfolio, outline } = document.value;
  const used = market?.value ?? document.value.market;
  const picks = stocks.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const spelling = spellingOf(portfolio, used, picks);
  const tickers = new Set([...portfolio.holdings, ...(used?.picks ?? []), ...picks].map(({ ticker }) => ticker));
  const range = request.config.trading.range_target;
  const read = withPlan
    ? readDirectives(
        outline,
        { spelling, tickers, names: () => namesOf(portfolio) },
        range === 'ask' ? {} : { rangeTarget: range },
      )
    : { directives: [], contested: [], accounting: [], issues: [] };
  return {
    sources: {
      portfolio,
      stocks: picks,
      spelling,
      restrictions: restrictionsOf(request.config, portfolio),
      directives: read.directives,
      accounting: read.accounting,
      ...(read.contested.length === 0 ? {} : { contested: read.contested }),
      ...(used === undefined ? {} : { market: used }),
    },
    issues: [...before, ...tooLarge(portfolio), ...bothMarkets(market?.value, document.value.market), ...read.issues],
    accounting: read.accounting,
  };
};
