import type { Issue, Parsed } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { sectorOf } from '../model/sector.ts';
import { issueAt } from '../parse/issue-at.ts';
import type { PortfolioOptions } from '../parse/read-portfolio.ts';
import { accountTables } from './account-table.ts';
import { amendBreakdown } from './amend-breakdown.ts';
import { amendCash } from './amend-cash.ts';
import { amendRow } from './amend-row.ts';
import { amendSumRows } from './amend-sum-rows.ts';
import { amendTotals } from './amend-totals.ts';
import { amendWeights, tableBasis } from './amend-weights.ts';
import { applyChanges } from './apply-changes.ts';
import { balanceAfter, balanceBefore } from './balance.ts';
import type { Books } from './books.ts';
import { draftOf, type Draft } from './draft.ts';
import type { Executed } from './executed.ts';
import { newRow } from './new-row.ts';
import { newRowPlace } from './new-row-place.ts';
import { objections } from './objections.ts';
import { readPage, type Page } from './page.ts';
import { joinLines } from './raw-lines.ts';
import { shareOutFill } from './share-out-fill.ts';
import { verify } from './verify.ts';

/** A document with what was said about it when it was read. */
interface Amended {
  readonly page: Page;
  readonly known: readonly Issue[];
  readonly notes: readonly Issue[];
}

const isGrave = ({ level }: Issue): boolean => level === 'unusable';

const booksOf = ({ page, known }: Amended, fill: Executed): Books => {
  const tables = accountTables(page);
  const before = balanceBefore(page.portfolio);
  const held = before.holdings.some(({ ticker }) => ticker === fill.ticker);
  const fresh = held ? undefined : newRowPlace(tables, sectorOf(fill.sector ?? ''), page.portfolio);
  const priced = fresh
    ? fresh.table.columns.price !== undefined
    : !known.some(({ code, subject }) => code === 'price-derived' && subject === fill.ticker);
  const traded = held ? shareOutFill(tables, fill) : [];
  const after = balanceAfter(before, fill, priced);
  return { page, tables, fill, before, after, traded, ...(fresh ? { fresh } : {}) };
};

const draftFor = (books: Books): Draft => {
  const draft = draftOf(books.page);
  if (books.fresh) {
    const row = newRow(books, books.after[tableBasis(draft, books, books.fresh.table)]);
    if (row) draft.added.push(row);
  }
  for (const row of books.traded) if (row.after > 0n) amendRow(draft, row, books.fill);
  amendCash(draft, books);
  amendTotals(draft, books);
  amendWeights(draft, books);
  amendSumRows(draft, books);
  amendBreakdown(draft, books);
  return draft;
};

const textOf = (draft: Draft, { page, traded }: Books): string =>
  applyChanges(page, {
    numbers: [...draft.figures.values()],
    removed: new Set(traded.filter(({ after }) => after === 0n).map(({ line }) => line.line)),
    added: draft.added,
  });

const corrected = ({ corrected: figures }: Draft, place: Place): readonly Issue[] =>
  figures.length === 0 ? [] : [issueAt('figures-corrected', 'note', place, { count: figures.length, figures })];

const amendOne = (amended: Amended, fill: Executed, options: PortfolioOptions): Parsed<Amended> => {
  const { page, known } = amended;
  const { file } = page.outline;
  const start: Place = { file, line: 1, column: 1 };
  const books = booksOf(amended, fill);
  const against = objections(books, known, start);
  if (against.length > 0) return { issues: against };
  const draft = draftFor(books);
  if (draft.issues.some(isGrave)) return { issues: draft.issues.filter(isGrave) };
  const read = readPage(textOf(draft, books), file, options);
  const place = books.traded[0]?.line.row.place ?? start;
  const refusal = (what: string, is: string, should: string): Parsed<Amended> => ({
    issues: [issueAt('amended-differs', 'unusable', place, { what, is, should, ticker: fill.ticker }, fill.ticker)],
  });
  if (!read.value) return refusal('the document', read.issues.find(isGrave)?.code ?? '', 'readable');
  const [difference] = verify(draft, books, read.value);
  if (difference) return refusal(difference.what, difference.is, difference.should);
  const notes = [...amended.notes, ...draft.issues, ...corrected(draft, start)];
  return { value: { page: read.value, known: read.issues, notes }, issues: [] };
};

/** Each note once, however many fills it was made at. */
const once = (issues: readonly Issue[]): readonly Issue[] => [
  ...new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.detail]), issue])).values(),
];

/**
 * Portfolio.md after these fills, one after the other: only the numbers that change are changed, a holding that is sold whole loses its
 * line, a new one gets a line; every other byte stays. The result is read again and has to say what the arithmetic says. Without a
 * value, one issue says why the fill cannot be written into this document with certainty, and nothing is changed. Notes tell
 * what was left alone and what was wrong before.
 */
export const amend = (
  text: string,
  file: string,
  fills: readonly Executed[],
  options: PortfolioOptions = {},
): Parsed<string> => {
  const read = readPage(text, file, options);
  if (!read.value) return { issues: read.issues.filter(isGrave) };
  let amended: Amended = { page: read.value, known: read.issues, notes: [] };
  for (const fill of fills) {
    const next = amendOne(amended, fill, options);
    if (!next.value) return { issues: next.issues };
    amended = next.value;
  }
  return { value: joinLines(amended.page.lines), issues: once(amended.notes) };
};
