import { dollarText, priceText, sharesText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Place, Stated } from '../model/place.ts';
import { ONE_SHARE, roundDivide, worth, type Cents, type Price, type Shares } from '../model/units.ts';
import { issueAt } from './issue-at.ts';

/** What a row states of the three figures of which two give the third. */
export interface Figures {
  readonly shares?: Stated<Shares> | undefined;
  readonly price?: Stated<Price> | undefined;
  readonly value?: Stated<Cents> | undefined;
}

/** Shares and price of a row, read or worked out. */
export interface Completed {
  readonly figures?: { readonly shares: Shares; readonly price: Price };
  readonly issues: readonly Issue[];
}

const derivePrice = (of: Shares, value: Stated<Cents>, subject: string): Completed => {
  const price = roundDivide(value.value * 100_000_000n, of) as Price;
  if (price <= 0n) return { issues: [issueAt('price-missing', 'unusable', value.place, {}, subject)] };
  const detail = { price: priceText(price), value: dollarText(value.value), shares: sharesText(of) };
  return { figures: { shares: of, price }, issues: [issueAt('price-derived', 'note', value.place, detail, subject)] };
};

const deriveShares = (at: Price, value: Stated<Cents>, subject: string): Completed => {
  const exact = roundDivide(value.value * 100_000_000n, at);
  const whole = (roundDivide(exact, ONE_SHARE) * ONE_SHARE) as Shares;
  const even = whole > 0n && worth(at, whole) === value.value;
  const shares = even ? whole : (exact as Shares);
  if (shares <= 0n) return { issues: [issueAt('shares-missing', 'unusable', value.place, {}, subject)] };
  const detail = { price: priceText(at), value: dollarText(value.value), shares: sharesText(shares) };
  const issue = even
    ? issueAt('shares-derived', 'note', value.place, detail, subject)
    : issueAt('shares-derived-uneven', 'approve', value.place, detail, subject);
  return { figures: { shares, price: at }, issues: [issue] };
};

/** Works out the figure that a row leaves out from the other two, and says so. */
export const completeHolding = ({ shares, price, value }: Figures, place: Place, subject: string): Completed => {
  if (shares && price) return { figures: { shares: shares.value, price: price.value }, issues: [] };
  if (shares && value) return derivePrice(shares.value, value, subject);
  if (price && value) return deriveShares(price.value, value, subject);
  return { issues: [issueAt(shares ? 'price-missing' : 'shares-missing', 'unusable', place, {}, subject)] };
};
