import type { ReportedFill } from '../model/fill.ts';
import type { Doubt } from '../model/fill-check.ts';
import type { PlannedOrder } from '../model/planned-order.ts';
import { leftOf, type Books } from './5-books.ts';

/** The order that a fill belongs to, or why there is none. */
export type Match = { readonly order: PlannedOrder } | { readonly doubt: Doubt };

const doubt = (reason: string, detail: Doubt['detail']): Match => ({ doubt: { reason, detail } });

const wrongSide = ({ side, ticker }: ReportedFill, order: PlannedOrder): Match =>
  doubt('wrong-side', { ticker, side, order: order.seq, ordered_side: order.side });

const byNumber = (reported: ReportedFill, number: number, { orders }: Books): Match => {
  const order = orders.find(({ seq }) => seq === number);
  const { ticker, side } = reported;
  if (order === undefined) return doubt('unknown-order', { ticker, side, order: number, count: orders.length });
  if (order.ticker !== ticker) return doubt('wrong-ticker', { ticker, order: number, ordered_ticker: order.ticker });
  return order.side === side ? { order } : wrongSide(reported, order);
};

/**
 * The order of the plan that a reported fill belongs to: the one it names, else the first incomplete one of its side and
 * ticker (where all are complete, the last).
 */
export const matchOrder = (reported: ReportedFill, books: Books): Match => {
  if (reported.order !== undefined) return byNumber(reported, reported.order, books);
  const { ticker, side } = reported;
  const ofTicker = books.orders.filter((order) => order.ticker === ticker);
  const own = ofTicker.filter((order) => order.side === side);
  const order = own.find((one) => leftOf(books, one) > 0n) ?? own.at(-1);
  if (order !== undefined) return { order };
  return ofTicker[0] === undefined
    ? doubt('unknown-order', { ticker, side, count: books.orders.length })
    : wrongSide(reported, ofTicker[0]);
};
