import path from 'node:path';
import { printEvent } from '../journal/event-text.ts';
import type { JournalEvent } from '../model/event.ts';
import { instantOf } from '../model/instant.ts';
import { journalPage } from '../report/journal-page.ts';
import { EXIT } from './exit-code.ts';
import { journalAccess } from './journal-access.ts';
import { layoutOf } from './layout-of.ts';
import { statedNow } from './now.ts';
import { readRecord } from './read-record.ts';
import { Unusable, type Shell } from './shell.ts';

/** Options of `po journal`. */
export interface JournalOptions {
  readonly ticker?: string;
  readonly since?: string;
  readonly json?: boolean;
  readonly portfolio?: string;
}

const tickerIn = (event: JournalEvent): string | undefined => {
  if (event.kind === 'filled' || event.kind === 'recorded') return event.fill.ticker;
  return event.kind === 'quarantined' ? event.reported.ticker : undefined;
};

/** The moment from which on events are shown: a day, or a moment with an offset. */
const sinceOf = (given: string | undefined): ((event: JournalEvent) => boolean) => {
  if (given === undefined) return () => true;
  if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return ({ at }) => at.slice(0, 10) >= given;
  const since = instantOf(given);
  if (since === undefined) throw new Unusable({ code: 'since-unreadable', level: 'unusable', detail: { given } });
  return ({ at }) => (instantOf(at) ?? 0) >= since;
};

/** `po journal`: what is on record, all of it or what concerns a ticker or a time. Returns the exit code. */
export const journalCommand = async (shell: Shell, options: JournalOptions): Promise<number> => {
  const portfolio = path.resolve(shell.cwd, options.portfolio ?? 'Portfolio.md');
  const { book } = await readRecord(journalAccess(portfolio, statedNow(shell, undefined)));
  const isSince = sinceOf(options.since);
  const ticker = options.ticker?.toUpperCase();
  const events = book.events.filter((event) => isSince(event) && (ticker === undefined || tickerIn(event) === ticker));
  if (options.json === true) shell.out(`[${events.map((event) => printEvent(event).trimEnd()).join(',\n')}]\n`);
  else shell.out(journalPage(events, book.head, layoutOf(shell)));
  return EXIT.ok;
};
