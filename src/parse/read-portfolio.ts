import type { Issue, Parsed } from '../model/issue.ts';
import type { Market } from '../model/market.ts';
import type { Place } from '../model/place.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { sectorOf, type Sector, type Spelling } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { cents } from '../model/units.ts';
import { actionSections } from './action-sections.ts';
import { checkCaps } from './caps.ts';
import { heldTables } from './held-table.ts';
import { issueAt } from './issue-at.ts';
import { marketSections } from './market-sections.ts';
import { outlineOf } from './outline-of.ts';
import type { Outline } from './outline.ts';
import { readAmounts } from './read-amounts.ts';
import { readCashPath } from './read-cash-path.ts';
import { readAsOf, type AsOf } from './read-as-of.ts';
import { readHoldings, type Holdings } from './read-holdings.ts';
import { readRestrictions } from './read-restrictions.ts';
import { refusalOf } from './refusal-of.ts';
import { readSectorWeights } from './read-sector-weights.ts';

/** A Portfolio.md as read: the account, what it says about the market, and its outline for the directives. */
export interface PortfolioDocument {
  readonly portfolio: Portfolio;
  readonly market?: Market;
  readonly outline: Outline;
}

/** A Portfolio.md as read; of one that cannot be used, its outline and the names in it, so that its lines can be accounted for. */
export interface PortfolioReading extends Parsed<PortfolioDocument> {
  readonly refused?: { readonly outline: Outline; readonly spelling: Spelling; readonly tickers: ReadonlySet<Ticker> };
}

/** What a reader of portfolios may be told beside the text. */
export interface PortfolioOptions {
  /** The sector of each ticker, for documents whose table has no sector column. */
  readonly sectors?: ReadonlyMap<Ticker, string>;
}

const spellingOf = (holdings: Holdings, breakdown: readonly string[]): ReadonlyMap<Sector, string> => {
  const spelling = new Map(holdings.spelling);
  for (const name of breakdown) if (!spelling.has(sectorOf(name))) spelling.set(sectorOf(name), name);
  return spelling;
};

const isCashRow = (issue: Issue): boolean => issue.code.startsWith('cash-row-');

/** A cash row that cannot be read is grave when it is the only one that says how much cash there is. */
const gravely = (issue: Issue): Issue => (isCashRow(issue) ? { ...issue, level: 'unusable' } : issue);

interface Account {
  readonly portfolio: Portfolio;
  readonly issues: readonly Issue[];
}

const accountOf = (outline: Outline, dated: AsOf, options: PortfolioOptions, start: Place): Account => {
  const actions = actionSections(outline);
  const outside = outline.sections.filter((section) => !actions.has(section));
  const holdings = readHoldings(heldTables(outline, actions), options.sectors ?? new Map(), start);
  const amounts = readAmounts(outside);
  const breakdown = readSectorWeights(outside);
  const restricted = readRestrictions(outline, new Set(holdings.holdings.map((holding) => holding.ticker)));
  const cash = [...holdings.cash, ...amounts.cash];
  const path = readCashPath(outline);
  const [first] = cash;
  const portfolio: Portfolio = {
    file: outline.file,
    ...(dated.asOf ? { asOf: dated.asOf } : {}),
    holdings: holdings.holdings,
    cash: first?.value ?? cents(0n),
    restrictions: restricted.restrictions,
    spelling: spellingOf(holdings, breakdown.spellings),
    claims: {
      rows: holdings.rows,
      total: [...holdings.total, ...amounts.total],
      invested: [...holdings.invested, ...amounts.invested],
      cash,
      cashPct: [...holdings.cashPct, ...amounts.cashPct, ...breakdown.cashPct],
      cashPath: path.points,
      sectorWeights: breakdown.sectorWeights,
      sectorValues: breakdown.sectorValues,
    },
  };
  const held = first ? holdings.issues : holdings.issues.map(gravely);
  const said = first !== undefined || holdings.holdings.length === 0 || held.some(isCashRow);
  const missing = said ? [] : [issueAt('cash-missing', 'unusable', start, {}, 'Cash')];
  return {
    portfolio,
    issues: [...held, ...amounts.issues, ...path.issues, ...breakdown.issues, ...missing, ...restricted.issues],
  };
};

/** Reads a Portfolio.md. Without a value, at least one issue says why nothing can be planned from it. */
export const readPortfolio = (text: string, file: string, options: PortfolioOptions = {}): PortfolioReading => {
  const capped = checkCaps(text, file);
  if (capped) return { issues: [capped] };
  const start: Place = { file, line: 1, column: 1 };
  const outline = outlineOf(text, file);
  const dated = readAsOf(outline, 'portfolio document', start);
  const account = accountOf(outline, dated, options, start);
  const market = marketSections(outline, dated.asOf);
  const issues = [...dated.issues, ...account.issues, ...market.issues];
  if (issues.some((issue) => issue.level === 'unusable')) {
    const { holdings, spelling } = account.portfolio;
    const refused = { outline, spelling, tickers: new Set(holdings.map(({ ticker }) => ticker)) };
    return { refused, issues: holdings.length > 0 ? issues : refusalOf(outline, issues, start) };
  }
  return {
    value: { portfolio: account.portfolio, ...(market.value ? { market: market.value } : {}), outline },
    issues,
  };
};
