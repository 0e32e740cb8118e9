import type { JournalEvent } from '../model/event.ts';
import type { Fill } from '../model/fill.ts';
import { priceText, sharesText } from '../model/figures.ts';
import { say } from './say.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

const fillWords = ({ side, shares, ticker, price, order, plan }: Fill) => ({
  side,
  shares: sharesText(shares),
  ticker,
  price: priceText(price),
  order: order ?? '',
  plan,
});

/** What an event says, by the names that templates/phrases/event-<kind>.hbs use. */
const detailOf = (event: JournalEvent) => {
  switch (event.kind) {
    case 'adopted':
    case 'edited':
      return { edits: event.document.edits.length, several: event.document.edits.length !== 1 };
    case 'filled':
      return { ...fillWords(event.fill), alarms: event.fill.alarms.length };
    case 'recorded':
      return { ...fillWords(event.fill), of: event.of, reason: event.reason };
    case 'quarantined':
      return {
        text: event.reported.text,
        plan: event.plan,
        why: say(`phrases/quarantine-${event.reason}`, event.detail),
      };
    case 'dismissed':
      return { of: event.of, reason: event.reason };
    case 'approved':
      return { plan: event.plan, by: event.by, until: event.until, reason: event.reason };
    case 'rejected':
      return { plan: event.plan, by: event.by, reason: event.reason };
  }
};

/** What `po journal` prints: one line an event, oldest first. */
export const journalPage = (
  events: readonly JournalEvent[],
  head: { readonly seq: number; readonly digest: string },
  options: TerminalOptions,
): string => {
  const rows = events.map((event) => ({
    seq: event.seq,
    at: event.at,
    words: say(`phrases/event-${event.kind}`, detailOf(event)),
  }));
  return terminalPage('journal', { rows, head: head.seq, digest: head.digest, any: head.seq > 0 }, options);
};
