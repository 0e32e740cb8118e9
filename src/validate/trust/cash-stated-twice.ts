import { dollarText } from '../../model/figures.ts';
import type { Issue } from '../../model/issue.ts';
import { placeText } from '../../model/place.ts';
import type { TrustCheck } from '../trust-check.ts';

/** Cash that is stated more than once is the same each time: a plan on the wrong cash is not safe. */
export const cashStatedTwice: TrustCheck = ({ portfolio }) => {
  const [first, ...others] = portfolio.claims.cash;
  if (first === undefined) return [];
  return others
    .filter(({ value }) => value !== first.value)
    .map((other): Issue => ({
      code: 'cash-stated-twice',
      level: 'block',
      place: other.place,
      subject: 'Cash',
      detail: { stated: dollarText(other.value), first: dollarText(first.value), first_place: placeText(first.place) },
    }));
};
