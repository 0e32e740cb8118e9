import { percentText } from '../model/figures.ts';
import type { Stated } from '../model/place.ts';
import { compareRatios, distance, pctRatio, weight, type Ratio } from '../model/ratio.ts';
import type { Cents, Pct } from '../model/units.ts';
import type { Table } from '../parse/outline.ts';
import type { AccountTable } from './account-table.ts';
import { movedLine, type Books, type Moved } from './books.ts';
import { valueOfSector } from './balance.ts';
import { breakdownTables } from './amend-breakdown.ts';
import { newSectorRow } from './new-sector-row.ts';
import { leave, noteWrong, put, statedSpot, type Draft } from './draft.ts';
import { inPercent, isCalled, percent, percentFrom } from './figure.ts';
import type { Spot } from './spot.ts';
import { valueOf } from './written-number.ts';

/** A weight that the document states, where it stands, and what it is a weight of. */
interface Weight extends Moved {
  readonly spot: Spot;
}

/** What a weight is a part of: the account, or what is invested of it. */
export type Basis = 'total' | 'invested';

const found = (draft: Draft, claim: Stated<Pct>, moved: Moved): readonly Weight[] => {
  const spot = statedSpot(draft, claim, 'pct', percentText(pctRatio(claim.value)));
  return spot ? [{ ...moved, spot }] : [];
};

const before = ({ before: account }: Books, basis: Basis, part: Cents): Ratio =>
  inPercent(weight(part, account[basis]));
const after = ({ after: account }: Books, basis: Basis, part: Cents): Ratio => inPercent(weight(part, account[basis]));

const written = ({ number }: Spot): Ratio => percent((valueOf(number, 'pct') ?? 0n) as Pct);

const fits = (books: Books, { spot, ...moved }: Weight, basis: Basis): boolean =>
  isCalled(spot.number, written(spot), before(books, basis, moved.before));

/** "% of invested" above the weight. */
const saysInvested = ({ page }: Books, { spot: { line, cell } }: Weight): boolean => {
  const header = cell === undefined ? undefined : page.rows.get(line)?.table.header.cells[cell];
  return /invested/i.test(header?.text ?? '');
};

/** The weights of one column are parts of the same: of what more of them fit; where both fit alike, of what its header says. */
const basisOf = (books: Books, weights: readonly Weight[]): Basis => {
  const fitting = (basis: Basis): number => weights.filter((each) => fits(books, each, basis)).length;
  const [total, invested] = [fitting('total'), fitting('invested')];
  if (total === invested) return weights.some((each) => saysInvested(books, each)) ? 'invested' : 'total';
  return invested > total ? 'invested' : 'total';
};

const putWeight = (draft: Draft, books: Books, weight: Weight, basis: Basis): void => {
  const was = before(books, basis, weight.before);
  noteWrong(draft, weight.spot, 'pct', was);
  put(draft, weight.spot, percentFrom(weight.spot.number, was, after(books, basis, weight.after)));
};

/** In a line of text a percentage beside the cash may be anything: it is its weight when it is about that, within a point. */
const isWeight = (books: Books, { spot, ...moved }: Weight, basis: Basis): boolean =>
  spot.cell !== undefined ||
  compareRatios(distance(written(spot), before(books, basis, moved.before)), { num: 1n, den: 1n }) <= 0;

const putColumn = (draft: Draft, books: Books, weights: readonly Weight[], basis: Basis): void => {
  for (const each of weights) {
    if (isWeight(books, each, basis)) putWeight(draft, books, each, basis);
    else leave(draft, each.spot);
  }
};

/** The weights that the rows of a holdings table state; rows that go are left out. */
const rowWeights = (draft: Draft, books: Books, { lines }: AccountTable): readonly Weight[] => {
  const gone = new Set(books.traded.filter((row) => row.after === 0n).map((row) => row.line.line));
  return lines
    .filter(({ line }) => !gone.has(line))
    .flatMap((line) => (line.held?.statedWeight ? found(draft, line.held.statedWeight, movedLine(books, line)) : []));
};

/** What a weight in a holdings table is a part of. */
export const tableBasis = (draft: Draft, books: Books, table: AccountTable): Basis =>
  basisOf(books, rowWeights(draft, books, table));

/** The weights of sectors that a breakdown table states. */
const sectorWeights = (draft: Draft, books: Books, table: Table): readonly Weight[] =>
  books.page.portfolio.claims.sectorWeights
    .filter(({ pct }) => books.page.rows.get(pct.place.line)?.table === table)
    .flatMap(({ sector, pct }) =>
      found(draft, pct, { before: valueOfSector(books.before, sector), after: valueOfSector(books.after, sector) }),
    );

/** Puts every weight that the document states, of holdings, sectors and cash, each on the basis that its column has. */
export const amendWeights = (draft: Draft, books: Books): void => {
  for (const table of books.tables) {
    const weights = rowWeights(draft, books, table);
    putColumn(draft, books, weights, basisOf(books, weights));
  }
  for (const table of breakdownTables(books.page)) {
    const weights = sectorWeights(draft, books, table);
    const basis = basisOf(books, weights);
    putColumn(draft, books, weights, basis);
    const row = newSectorRow(books, table, basis);
    if (row) draft.added.push(row);
  }
  const cash = { before: books.before.cash, after: books.after.cash };
  for (const pct of books.page.portfolio.claims.cashPct) {
    // Cash is no part of what is invested, whatever the header says, unless the number is one.
    for (const each of found(draft, pct, cash)) {
      const ofInvested = fits(books, each, 'invested') && !fits(books, each, 'total');
      putColumn(draft, books, [each], ofInvested ? 'invested' : 'total');
    }
  }
};
