import type { ExportedPosition } from '../model/account-export.ts';
import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import type { Ticker } from '../model/ticker.ts';
import {
  exactOf,
  exactWorth,
  ONE_SHARE,
  roundDivide,
  nearestCents,
  type Cents,
  type Exact,
  type Price,
  type Shares,
} from '../model/units.ts';
import { completeHolding, type Completed } from './complete-holding.ts';
import { isTemplate } from './is-template.ts';
import { issueAt } from './issue-at.ts';
import { maskAccounts } from './mask-accounts.ts';
import { readExact, readShares, type Reading } from './numbers.ts';
import type { WrittenPosition } from './position-layout.ts';

const EXACT_PER_PRICE = 1_000_000n;
const ONE_CENT = exactOf(1n as Cents);

/** A stated value may differ by this part of it (in thousandths) from price × shares: brokers round prices. */
const TOLERANCE = 1n;

const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

interface Figures {
  readonly shares?: Shares | undefined;
  readonly price?: Exact | undefined;
  readonly value?: Exact | undefined;
  readonly cost?: Exact | undefined;
  readonly unitCost?: Exact | undefined;
}

const valueOf = <T>(reading: Reading<T>): T | undefined => (reading.kind === 'value' ? reading.value : undefined);

const figuresOf = (row: WrittenPosition): Figures => ({
  shares: valueOf(readShares(row.quantity)),
  price: valueOf(readExact(row.price)),
  value: valueOf(readExact(row.value)),
  cost: valueOf(readExact(row.cost)),
  unitCost: valueOf(readExact(row.unitCost)),
});

const refusals = (row: WrittenPosition, ticker: Ticker): readonly Issue[] => {
  const cells = [
    [row.quantity, readShares(row.quantity), 'a number of shares'],
    [row.price, readExact(row.price), 'a price in dollars'],
    [row.value, readExact(row.value), 'a value in dollars'],
    [row.cost, readExact(row.cost), 'a total cost in dollars'],
    [row.unitCost, readExact(row.unitCost), 'a cost per share in dollars'],
  ] as const;
  return cells.flatMap(([text, reading, what]) =>
    reading.kind === 'refused'
      ? [issueAt(reading.code, 'unusable', row.place, { text: maskAccounts(text), what }, ticker)]
      : [],
  );
};

const costOf = ({ cost, unitCost }: Figures, shares: Shares): Cents | undefined => {
  const whole = cost ?? (unitCost === undefined ? undefined : roundDivide(unitCost * shares, ONE_SHARE));
  return whole === undefined || whole <= 0n ? undefined : nearestCents(whole as Exact);
};

const differs = (row: WrittenPosition, ticker: Ticker, price: Price, { shares, value }: Figures): readonly Issue[] => {
  if (shares === undefined || value === undefined) return [];
  const computed = exactWorth(price, shares);
  const gap = absolute(value - computed);
  if (gap <= ONE_CENT || gap * 1000n <= absolute(value) * TOLERANCE) return [];
  const detail = {
    stated: dollarText(nearestCents(value)),
    computed: dollarText(nearestCents(computed)),
    shares: sharesText(shares),
    price: priceText(price),
  };
  return [issueAt('position-figures-differ', 'unusable', row.place, detail, ticker)];
};

const stated = <T>(value: T | undefined, { place }: WrittenPosition): Stated<T> | undefined =>
  value === undefined ? undefined : { value, place };

/** Shares and price, to four decimals; one that the row leaves out is worked out, with a note. */
const completed = (row: WrittenPosition, ticker: Ticker, figures: Figures): Completed => {
  const price = figures.price === undefined ? undefined : (roundDivide(figures.price, EXACT_PER_PRICE) as Price);
  const known = {
    shares: stated(figures.shares, row),
    price: stated(price, row),
    value: stated(figures.value === undefined ? undefined : nearestCents(figures.value), row),
  };
  return completeHolding(known, row.place, ticker);
};

/** A name with blanks to fill in would make a form of the document. */
const nameOf = ({ name }: WrittenPosition): string => (isTemplate(name) ? '' : maskAccounts(name));

/** The holding that a row states; refused where its figures are missing, unreadable or contradict each other. */
export const exportedPosition = (row: WrittenPosition, ticker: Ticker): Parsed<ExportedPosition> => {
  const figures = figuresOf(row);
  const refused = refusals(row, ticker);
  if (refused.length > 0) return { issues: refused };
  const { figures: both, issues: worked } = completed(row, ticker, figures);
  if (both === undefined) return { issues: worked };
  const { shares, price } = both;
  if (price <= 0n) return { issues: [issueAt('price-missing', 'unusable', row.place, {}, ticker)] };
  const issues = differs(row, ticker, price, figures);
  if (issues.length > 0) return { issues };
  const cost = costOf(figures, shares);
  const value = { ticker, name: nameOf(row), shares, price, place: row.place };
  return { value: cost === undefined ? value : { ...value, cost }, issues: worked };
};
