import type { Book } from '../journal/book.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { plannedOrders } from '../model/planned-order.ts';
import { readPortfolio } from '../parse/read-portfolio.ts';
import type { Books } from '../steps/5-books.ts';
import type { OpenPlan } from './open-plan.ts';
import { Unusable } from './shell.ts';

/** The account that the text of a portfolio states. */
export const accountIn = (text: string, document: string): Portfolio => {
  const { value, issues } = readPortfolio(text, document);
  if (value === undefined) throw new Unusable(...issues);
  return value.portfolio;
};

/** What a reported fill of a plan is checked against: its orders, and everything that the record holds. */
export const booksOf = (plan: OpenPlan, book: Book, document: string): Books => {
  const dismissed = new Set(book.events.flatMap((event) => (event.kind === 'dismissed' ? [event.of] : [])));
  const waiting = new Set(book.quarantined.map(({ seq }) => seq));
  return {
    plan: plan.id,
    day: plan.inputs.now.slice(0, 10),
    orders: plannedOrders(plan.recommendation),
    fills: book.fills.map(({ fill }) => fill),
    quarantined: book.events.flatMap((event) =>
      event.kind === 'quarantined' && (waiting.has(event.seq) || dismissed.has(event.seq))
        ? [{ reported: event.reported, dismissed: dismissed.has(event.seq) }]
        : [],
    ),
    account: accountIn(book.text, document),
    config: plan.config.config,
  };
};
