import { changeBetween } from '../journal/document-change.ts';
import type { Access } from '../journal/access.ts';
import type { Book } from '../journal/book.ts';
import { isExcepted } from '../model/exceptions.ts';
import { instantOf } from '../model/instant.ts';
import type { Happening } from '../model/event.ts';
import type { Alarm, Fill } from '../model/fill.ts';
import type { FillCheck } from '../model/fill-check.ts';
import type { Parsed } from '../model/issue.ts';
import { sectorName } from '../model/sector.ts';
import type { ToldFill } from '../parse/told-fill.ts';
import { checkFill } from '../steps/5-check-fill.ts';
import { nameOrder } from '../steps/5-name-order.ts';
import { amendDocument } from './amend-document.ts';
import { booksOf } from './books-of.ts';
import { exceptionsOn } from './exceptions-on.ts';
import type { OpenPlan } from './open-plan.ts';

/** What is to be recorded of one told fill, and what was found about it. */
export interface Booking {
  readonly check?: FillCheck;
  readonly happening: Parsed<Happening>;
}

/**
 * When a fill happened, to ask what was approved then. Of a day without a time its first moment is taken: nobody can say
 * that an approval had ended by then.
 */
const momentOf = (at: string | undefined, now: string): string => {
  if (at === undefined) return now;
  const zone = /(?:Z|[+-]\d{2}:\d{2})$/.exec(now)?.[0] ?? 'Z';
  return instantOf(at) === undefined ? `${at.slice(0, 10)}T00:00:00${zone}` : at;
};

/** Orders of a plan that nobody approved, or nobody can, should not have been typed. */
const unapproved = (plan: OpenPlan, book: Book, now: string): readonly Alarm[] => {
  const { verdict } = plan.recommendation;
  const isAllowed = verdict === 'SAFE' || (verdict === 'CONDITIONAL' && isExcepted(exceptionsOn(plan, book, now)));
  return isAllowed ? [] : [{ code: 'unapproved', detail: { plan: plan.id, verdict } }];
};

/** What the row of a new position needs: its sector, and the plan's price. */
export const opening = (plan: OpenPlan, { side, ticker }: Fill): Pick<Fill, 'sector' | 'quote'> => {
  const { recommendation } = plan;
  const trade = recommendation.plan.trades.find((one) => one.side === side && one.ticker === ticker);
  if (side === 'SELL' || trade === undefined) return {};
  return { sector: sectorName(trade.sector, recommendation.spelling), quote: trade.price };
};

/** A fill with what its row in the document needs, and the change of the document. */
export const fillInto = (
  { access, book }: { readonly access: Access; readonly book: Book },
  fill: Fill,
): Parsed<Extract<Happening, { readonly kind: 'filled' }>> => {
  const { value, issues } = amendDocument(access.document)(book.text, fill);
  if (value === undefined) return { issues };
  return { value: { kind: 'filled', fill, document: changeBetween(book.text, value, access.digest) }, issues };
};

/** Judges one told fill by the plan and the record as they stand, and says what is to be recorded. */
export const bookFill = (access: Access, plan: OpenPlan, told: ToldFill, book: Book): Booking => {
  const books = booksOf(plan, book, access.document);
  const { value: reported, issues } = nameOrder(told, books);
  if (reported === undefined) return { happening: { issues } };
  const check = checkFill(reported, books);
  switch (check.kind) {
    case 'recorded': {
      const when = momentOf(check.fill.at, access.at);
      const alarms = [...check.fill.alarms, ...unapproved(plan, book, when)];
      const held = books.account.holdings.some(({ ticker }) => ticker === check.fill.ticker);
      const fill: Fill = { ...check.fill, ...(held ? {} : opening(plan, check.fill)), alarms };
      return { check: { kind: 'recorded', fill }, happening: fillInto({ access, book }, fill) };
    }
    case 'quarantined': {
      const { reason, detail } = check;
      return {
        check,
        happening: { value: { kind: 'quarantined', plan: plan.id, reported, reason, detail }, issues: [] },
      };
    }
    case 'id-differs':
      return { check, happening: { issues: [check.issue] } };
    case 'known':
      return { check, happening: { issues: [] } };
  }
};
