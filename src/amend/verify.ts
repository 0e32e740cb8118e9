import { dollarText, sharesText } from '../model/figures.ts';
import type { Stated } from '../model/place.ts';
import type { Claims, Holding } from '../model/portfolio.ts';
import { sectorName } from '../model/sector.ts';
import { writeDecimal } from '../model/units.ts';
import type { Balance } from './balance.ts';
import type { Books } from './books.ts';
import { keyOf, type Draft } from './draft.ts';
import type { Page } from './page.ts';

/** Something that the amended document says otherwise than it should. */
export interface Difference {
  readonly what: string;
  readonly is: string;
  readonly should: string;
}

const compare = (what: string, is: string, should: string): readonly Difference[] =>
  is === should ? [] : [{ what, is, should }];

const held = (holdings: Balance['holdings'], page: Page): string =>
  [...holdings]
    .sort((a, b) => (a.ticker < b.ticker ? -1 : 1))
    .map(
      ({ ticker, sector, shares, price }) =>
        `${sharesText(shares)} ${ticker} at ${writeDecimal(price, 4, 2)} (${sectorName(sector, page.portfolio.spelling)})`,
    )
    .join(', ');

/** What a claim is to say: what was put there, else what it said. */
const expected = (draft: Draft, claim: Stated<bigint>): bigint => {
  const spot = draft.claims.get(claim);
  return (spot && draft.figures.get(keyOf(spot))?.says) ?? claim.value;
};

const list = (what: string, draft: Draft, before: readonly Stated<bigint>[], after: readonly Stated<bigint>[]) =>
  compare(
    what,
    after.map(({ value }) => String(value)).join(' '),
    before.map((claim) => String(expected(draft, claim))).join(' '),
  );

const claimsDiffer = (draft: Draft, before: Claims, after: Claims): readonly Difference[] => [
  ...list('the totals', draft, before.total, after.total),
  ...list('the invested totals', draft, before.invested, after.invested),
  ...list('the weights of cash', draft, before.cashPct, after.cashPct),
  ...list(
    'the weights of sectors',
    draft,
    before.sectorWeights.map(({ pct }) => pct),
    // A sector that is new in a breakdown has a row of its own.
    after.sectorWeights
      .filter(({ sector }) => before.sectorWeights.some((each) => each.sector === sector))
      .map(({ pct }) => pct),
  ),
];

/** The weights of all rows but those that come or go with the fill. */
const rowWeights = (
  draft: Draft,
  { traded, fresh, fill }: Books,
  before: Claims,
  after: Claims,
): readonly Difference[] => {
  const gone = new Set(traded.filter((row) => row.after === 0n).map(({ line }) => line.line));
  const stays = before.rows.filter(({ place }) => !gone.has(place.line));
  const stayed = after.rows.filter(({ ticker }) => !fresh || ticker !== fill.ticker);
  const weights = (rows: Claims['rows']): readonly Stated<bigint>[] => rows.flatMap((row) => row.statedWeight ?? []);
  return list('the weights', draft, weights(stays), weights(stayed));
};

const costsOf = (holdings: readonly Holding[], except: string): string =>
  holdings
    .filter(({ ticker }) => ticker !== except)
    .map(({ ticker, cost }) => `${ticker} ${cost === undefined ? '' : dollarText(cost)}`)
    .join(', ');

/** What the amended document, read again, says otherwise than the arithmetic of the fill; nothing when all is well. */
export const verify = (draft: Draft, books: Books, page: Page): readonly Difference[] => {
  const { portfolio } = page;
  const before = books.page.portfolio;
  const cash = portfolio.claims.cash.map(({ value }) => dollarText(value)).join(' ');
  const wanted = before.claims.cash.map(() => dollarText(books.after.cash)).join(' ');
  return [
    ...compare('the holdings', held(portfolio.holdings, page), held(books.after.holdings, page)),
    ...compare('the cash', cash, wanted),
    ...compare(
      'the costs',
      costsOf(portfolio.holdings, books.fill.ticker),
      costsOf(before.holdings, books.fill.ticker),
    ),
    ...claimsDiffer(draft, before.claims, portfolio.claims),
    ...rowWeights(draft, books, before.claims, portfolio.claims),
    ...compare('the date', portfolio.asOf?.value ?? '', before.asOf?.value ?? ''),
  ];
};
