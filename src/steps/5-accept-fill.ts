import type { Fill, ReportedFill } from '../model/fill.ts';
import { entryOf, type Books } from './5-books.ts';
import { matchOrder } from './5-match-order.ts';

/** A report from quarantine that a person settles as true: it counts for the order of its side and ticker, if there is one. */
export const acceptFill = ({ order: _order, ...reported }: ReportedFill, books: Books): Fill => {
  const match = matchOrder(reported, books);
  return entryOf(reported, books.plan, 'order' in match ? { order: match.order.seq } : {});
};
