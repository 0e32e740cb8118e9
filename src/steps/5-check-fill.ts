import type { ReportedFill } from '../model/fill.ts';
import type { FillCheck } from '../model/fill-check.ts';
import { alarmsOf } from './5-alarms.ts';
import { entryOf, leftOf, type Books, type Matched } from './5-books.ts';
import { doubtOf } from './5-doubts.ts';
import { matchOrder } from './5-match-order.ts';
import { differences, idDiffers, isQuarantined, recordedUnder } from './5-same-fill.ts';

const known = (reported: ReportedFill, where: 'recorded' | 'quarantined'): FillCheck => ({
  kind: 'known',
  reported,
  where,
});

/** What is known of a report by its name, or because it lies in quarantine. */
const seenBefore = (reported: ReportedFill, books: Books): FillCheck | undefined => {
  const recorded = recordedUnder(reported, books);
  if (recorded === undefined) return isQuarantined(reported, books) ? known(reported, 'quarantined') : undefined;
  const fields = differences(reported, recorded);
  return fields.length === 0 ? known(reported, 'recorded') : { kind: 'id-differs', issue: idDiffers(reported, fields) };
};

/**
 * Step 5: what becomes of one reported fill. It is recorded with its alarms where it fits an order of the plan; whatever
 * does not fit is put into quarantine, and changes nothing.
 */
export const checkFill = (reported: ReportedFill, books: Books): FillCheck => {
  const seen = seenBefore(reported, books);
  if (seen !== undefined) return seen;
  const match = matchOrder(reported, books);
  if ('doubt' in match) return { kind: 'quarantined', reported, ...match.doubt };
  const { order } = match;
  const matched: Matched = { reported, order, left: leftOf(books, order), books };
  const doubt = doubtOf(matched);
  if (doubt !== undefined) return { kind: 'quarantined', reported, ...doubt };
  return {
    kind: 'recorded',
    fill: entryOf(reported, books.plan, { order: order.seq, alarms: alarmsOf(matched) }),
  };
};
