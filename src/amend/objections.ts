import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import { placeText, type Place } from '../model/place.ts';
import { absCents, subtractCents, worth } from '../model/units.ts';
import { issueAt } from '../parse/issue-at.ts';
import type { Books } from './books.ts';
import { ownRows } from './share-out-fill.ts';

/** More is sold than is held. */
const oversold = ({ page, fill }: Books, start: Place): readonly Issue[] => {
  const holding = page.portfolio.holdings.find(({ ticker }) => ticker === fill.ticker);
  const held = holding?.shares ?? 0n;
  if (fill.side === 'BUY' || fill.shares <= held) return [];
  const detail = { ticker: fill.ticker, asked: sharesText(fill.shares), held: sharesText(held as typeof fill.shares) };
  return [issueAt('oversold', 'unusable', holding?.place ?? start, detail, fill.ticker)];
};

/** Two amounts of cash: nobody can say which of them moves. */
const cashUnclear = ({ page }: Books): readonly Issue[] => {
  const [first, ...others] = page.portfolio.claims.cash;
  const other = others.find(({ value }) => value !== first?.value);
  if (!first || !other) return [];
  const detail = {
    stated: dollarText(other.value),
    first: dollarText(first.value),
    first_place: placeText(first.place),
  };
  return [issueAt('cash-stated-twice', 'unusable', other.place, detail, 'Cash')];
};

const sectorUnknown = ({ fresh, fill }: Books, start: Place): readonly Issue[] =>
  fresh && fill.sector === undefined
    ? [issueAt('sector-needed', 'unusable', start, { ticker: fill.ticker }, fill.ticker)]
    : [];

/** Lots that another table states again: it cannot be said which of them its row means. */
const lotsRestated = ({ tables, fill }: Books): readonly Issue[] => {
  const own = ownRows(tables, fill.ticker);
  const all = tables.flatMap(({ lines }) => lines.filter(({ held }) => held?.ticker === fill.ticker));
  const [, second] = own;
  const again = all.find((line) => !own.includes(line));
  if (!second || !again) return [];
  const detail = { ticker: fill.ticker, rows: own.map(({ row }) => placeText(row.place)) };
  return [issueAt('lots-restated', 'unusable', again.row.place, detail, fill.ticker)];
};

/** A purchase is averaged into the cost; into which, when the column has totals and costs per share mixed up? */
const costUnclear = ({ traded, fill }: Books, known: readonly Issue[]): readonly Issue[] => {
  const mixed = known.find(({ code }) => code === 'cost-column-mixed-up');
  const tickers = mixed?.detail['tickers'];
  const place = traded[0]?.line.row.place;
  if (fill.side === 'SELL' || !place || !Array.isArray(tickers) || !tickers.includes(fill.ticker)) return [];
  return [issueAt('cost-unclear', 'unusable', mixed?.place ?? place, { ticker: fill.ticker }, fill.ticker)];
};

/** A value that is off by more than a twentieth: then shares or price may be what is wrong, and nobody knows what is left. */
const valueUnclear = ({ traded }: Books): readonly Issue[] =>
  traded.flatMap(({ line: { held } }) => {
    const stated = held?.statedValue;
    if (!held || !stated) return [];
    const computed = worth(held.price, held.shares);
    const gap = absCents(subtractCents(stated.value, computed));
    if (gap * 20n <= computed) return [];
    const detail = {
      ticker: held.ticker,
      stated: dollarText(stated.value),
      computed: dollarText(computed),
      shares: sharesText(held.shares),
      price: priceText(held.price),
      gap: dollarText(gap),
    };
    return [issueAt('row-value-differs', 'unusable', stated.place, detail, held.ticker)];
  });

/** A row that was read otherwise than its bars part it. */
const rowUnclear = ({ traded }: Books): readonly Issue[] =>
  traded
    .filter(({ line }) => line.cells.length === 0)
    .map(({ line }) => issueAt('row-not-found', 'unusable', line.row.place, { ticker: line.held?.ticker ?? '' }));

/** Why a fill cannot be written into a document with certainty. */
export const objections = (books: Books, known: readonly Issue[], start: Place): readonly Issue[] =>
  [
    ...oversold(books, start),
    ...cashUnclear(books),
    ...sectorUnknown(books, start),
    ...lotsRestated(books),
    ...costUnclear(books, known),
    ...valueUnclear(books),
    ...rowUnclear(books),
  ].slice(0, 1);
