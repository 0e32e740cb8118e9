import type { Detail, Issue } from '../model/issue.ts';
import type { Place, Stated } from '../model/place.ts';
import { compareRatios, distance, type Ratio } from '../model/ratio.ts';
import { issueAt } from '../parse/issue-at.ts';
import { readMoney, readPct, readPrice, readShares, type Reading } from '../parse/numbers.ts';
import { isCalled, type Figure } from './figure.ts';
import type { NewRow } from './row-text.ts';
import { lineOf, type Page, type TableLine } from './page.ts';
import { spotAt, spotInCell, wordsAt, type IsTaken, type Spot } from './spot.ts';
import type { Wanted } from './write-number.ts';
import { numbersIn, valueOf, type Kind } from './written-number.ts';

/** Where the new figures of a document are gathered, and what there is to say about them. */
export interface Draft {
  readonly page: Page;
  /** By their spots. */
  readonly figures: Map<string, Figure>;
  readonly issues: Issue[];
  /** Figures that were wrong before: the new ones are right, and somebody must hear of it. */
  readonly corrected: string[];
  readonly taken: Set<string>;
  /** Where the claims of the document stand. */
  readonly claims: Map<Stated<bigint>, Spot>;
  /** Rows that are new. */
  readonly added: NewRow[];
}

const READERS: Readonly<Record<Kind, (text: string) => Reading<bigint>>> = {
  money: readMoney,
  price: readPrice,
  shares: readShares,
  pct: readPct,
};

export const draftOf = (page: Page): Draft => ({
  page,
  figures: new Map(),
  issues: [],
  corrected: [],
  taken: new Set(),
  claims: new Map(),
  added: [],
});

/** A name for a spot. */
export const keyOf = ({ line, number }: Spot): string => `${String(line)}:${String(number.start)}`;

/** True for spots that already got their figure. */
export const isTaken =
  ({ taken }: Draft): IsTaken =>
  (spot) =>
    taken.has(keyOf(spot));

const placeOf = (draft: Draft, { line, number }: Spot): Place => ({
  file: draft.page.outline.file,
  line,
  column: number.start + 1,
});

/** The words of a number in the document. */
const wordsOf = (draft: Draft, { line, number }: Spot): string =>
  `${lineOf(draft.page, line).slice(number.start, number.end)}${number.bracketed ? '' : number.percent}`;

/** Refuses the fill: nothing is changed. */
const refuse = (draft: Draft, code: string, place: Place, detail: Detail, subject?: string): void => {
  draft.issues.push(issueAt(code, 'unusable', place, detail, subject));
};

/** Says that a figure was left as it is, because nobody can tell what it counts. */
export const leave = (draft: Draft, spot: Spot): void => {
  draft.taken.add(keyOf(spot));
  draft.issues.push(issueAt('figure-left', 'note', placeOf(draft, spot), { text: wordsOf(draft, spot) }));
};

/** Puts a figure at a spot; gives back what it says there once it is written. */
export const put = (draft: Draft, spot: Spot, wanted: Wanted): bigint => {
  draft.taken.add(keyOf(spot));
  const words = wordsAt(draft.page, spot, wanted);
  const [written] = numbersIn(`${words}${spot.number.percent !== '' && !words.includes('%') ? '%' : ''}`);
  const says = (written && valueOf(written, wanted.kind)) ?? 0n;
  draft.figures.set(keyOf(spot), { spot, words, says });
  return says;
};

/** Notes that a figure was not what the document's own figures gave. */
export const noteWrong = (draft: Draft, spot: Spot, kind: Kind, computed: Ratio): void => {
  const unit = 10n ** BigInt({ money: 2, price: 4, shares: 6, pct: 6 }[kind]);
  const stated: Ratio = { num: valueOf(spot.number, kind) ?? 0n, den: unit };
  const cent: Ratio = { num: 1n, den: 100n };
  const near = compareRatios(distance(stated, computed), cent) <= 0;
  if (near || isCalled(spot.number, stated, computed)) return;
  draft.corrected.push(`${String(spot.line)}:${String(spot.number.start + 1)} ${wordsOf(draft, spot)}`);
};

/** The number of a cell, or undefined where the cell states none; one that cannot be found again refuses the fill. */
export const cellSpot = (draft: Draft, row: TableLine, column: number | undefined, kind: Kind): Spot | undefined => {
  const cell = column === undefined ? undefined : row.row.cells[column];
  const reading = READERS[kind](cell?.text ?? '');
  if (cell === undefined || column === undefined || reading.kind !== 'value') return undefined;
  const spot = spotInCell(draft.page, row, column, kind, reading.value, isTaken(draft));
  if (!spot) refuse(draft, 'figure-not-found', cell.place, { text: cell.text });
  return spot;
};

/** The number that a claim was read from; one that cannot be found again refuses the fill. */
export const statedSpot = (draft: Draft, claim: Stated<bigint>, kind: Kind, text: string): Spot | undefined => {
  const spot = spotAt(draft.page, claim.place, kind, claim.value, isTaken(draft));
  if (spot) draft.claims.set(claim, spot);
  else refuse(draft, 'figure-not-found', claim.place, { text });
  return spot;
};
