import { dollarText } from '../model/figures.ts';
import type { Stated } from '../model/place.ts';
import { compareRatios, distance, weight, type Ratio } from '../model/ratio.ts';
import type { Cents } from '../model/units.ts';
import { movedRows, type Books, type Moved } from './books.ts';
import { isTaken, leave, noteWrong, put, statedSpot, type Draft } from './draft.ts';
import { dollars, exactMoney, inPercent, isCalled, percentFrom } from './figure.ts';
import { lineOf } from './page.ts';
import type { Spot } from './spot.ts';
import { AS_BEFORE } from './write-number.ts';
import { numbersSaying, numbersIn, valueOf } from './written-number.ts';

type Kind = 'total' | 'invested';

const accountMoved = (books: Books, kind: Kind): Moved => ({ before: books.before[kind], after: books.after[kind] });

/** What a sum may be about: what it is read as, else the rows of its table or of its part of the table, else the other sum. */
const candidates = (books: Books, line: number, kind: Kind): readonly Moved[] => [
  accountMoved(books, kind),
  ...books.tables.flatMap((table) => {
    const own = table.lines.find((each) => each.line === line);
    return own ? [movedRows(books, table), movedRows(books, table, own.part)] : [];
  }),
  accountMoved(books, kind === 'total' ? 'invested' : 'total'),
];

const statedIn = ({ number }: Spot): Ratio => dollars((valueOf(number, 'money') ?? 0n) as Cents);

/** A sum that is off by more than a tenth is another figure that was taken for one. */
const isFar = (stated: Ratio, { before }: Moved): boolean =>
  compareRatios(distance(stated, dollars(before)), { num: before < 0n ? -before : before, den: 1_000n }) > 0;

const putTotal = (draft: Draft, books: Books, spot: Spot, kind: Kind): void => {
  const stated = statedIn(spot);
  const meant = candidates(books, spot.line, kind).find(({ before }) => isCalled(spot.number, stated, dollars(before)));
  const moved = meant ?? accountMoved(books, kind);
  if (!meant && isFar(stated, moved)) {
    leave(draft, spot);
    return;
  }
  noteWrong(draft, spot, 'money', dollars(moved.before));
  // To the cent, unless it was rounded before.
  const rounded =
    meant !== undefined && compareRatios(distance(stated, dollars(moved.before)), { num: 1n, den: 100n }) > 0;
  put(draft, spot, { ...exactMoney(moved.after), ...(rounded ? { within: AS_BEFORE } : {}) });
};

/** "Invested: $245,285.68 (97.5% of total)": the percentage behind it, when it is that of the account. */
const putPart = (draft: Draft, books: Books, spot: Spot): void => {
  const { before, after } = books;
  const was = inPercent(weight(before.invested, before.total));
  const text = lineOf(draft.page, spot.line);
  for (const each of numbersIn(text, spot.number.end).filter(({ percent }) => percent !== '')) {
    const value = valueOf({ ...each, bracketed: false }, 'pct') ?? 0n;
    const [number] = numbersSaying(text, 'pct', value, each.start, each.end + each.percent.length);
    const found = number && { line: spot.line, number, ...(spot.cell === undefined ? {} : { cell: spot.cell }) };
    if (!found || isTaken(draft)(found) || !isCalled(number, { num: value, den: 1_000_000n }, was)) continue;
    put(draft, found, percentFrom(number, was, inPercent(weight(after.invested, after.total))));
    return;
  }
};

/** Puts every total that the document states, with and without cash. */
export const amendTotals = (draft: Draft, books: Books): void => {
  const { total, invested } = draft.page.portfolio.claims;
  const spotOf = (claim: Stated<Cents>): Spot | undefined => statedSpot(draft, claim, 'money', dollarText(claim.value));
  for (const claim of total) {
    const spot = spotOf(claim);
    if (spot) putTotal(draft, books, spot, 'total');
  }
  for (const claim of invested) {
    const spot = spotOf(claim);
    if (!spot) continue;
    putTotal(draft, books, spot, 'invested');
    if (!draft.page.rows.has(spot.line)) putPart(draft, books, spot);
  }
};
