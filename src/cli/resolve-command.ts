import path from 'node:path';
import { append, type Decide } from '../journal/append.ts';
import type { Book, EventOf } from '../journal/book.ts';
import type { Access } from '../journal/access.ts';
import type { Happening } from '../model/event.ts';
import type { Fill } from '../model/fill.ts';
import type { Parsed } from '../model/issue.ts';
import { resolveSummary } from '../report/resolve-summary.ts';
import { acceptFill } from '../steps/5-accept-fill.ts';
import { fillInto, opening } from './book-fill.ts';
import { booksOf } from './books-of.ts';
import { complain } from './complain.ts';
import { EXIT } from './exit-code.ts';
import { layoutOf } from './layout-of.ts';
import { statedNow } from './now.ts';
import { openPlan, type OpenPlan } from './open-plan.ts';
import { openRecord } from './open-record.ts';
import { planStatus } from './plan-status.ts';
import { Unusable, type Shell } from './shell.ts';
import { writeAfterTrade } from './write-after-trade.ts';

/** Options of `po resolve`. */
export interface ResolveOptions {
  readonly accept?: boolean;
  readonly dismiss?: boolean;
  readonly reason: string;
  readonly sector?: string;
  readonly portfolio?: string;
  readonly now?: string;
  readonly asItStands?: boolean;
}

const unusable = (code: string, detail: Readonly<Record<string, string | readonly string[]>>): Unusable =>
  new Unusable({ code, level: 'unusable', detail });

/** The quarantined report that a person means by the number of its event. */
const waitingIn = (book: Book, given: string): EventOf<'quarantined'> => {
  const found = book.quarantined.find(({ seq }) => String(seq) === given);
  if (found !== undefined) return found;
  throw unusable('quarantine-unknown', { given, waiting: book.quarantined.map(({ seq }) => String(seq)) });
};

const accepted = (
  access: Access,
  plan: OpenPlan,
  event: EventOf<'quarantined'>,
  book: Book,
  { reason, sector }: ResolveOptions,
): Parsed<Happening> => {
  const fill = acceptFill(event.reported, booksOf(plan, book, access.document));
  const row: Pick<Fill, 'sector' | 'quote'> = sector === undefined ? opening(plan, fill) : { sector };
  const { value, issues } = fillInto({ access, book }, { ...fill, ...row });
  return value === undefined ? { issues } : { value: { ...value, kind: 'recorded', of: event.seq, reason }, issues };
};

/** `po resolve NUMBER`: settles a quarantined report: it is booked after all, or dropped. Returns the exit code. */
export const resolveCommand = async (shell: Shell, given: string, options: ResolveOptions): Promise<number> => {
  const now = statedNow(shell, options.now);
  const isAccepted = options.accept === true;
  if (isAccepted === (options.dismiss === true)) throw unusable('resolve-unclear', { given });
  if (options.reason.trim() === '') throw unusable('resolve-without-reason', { given });
  const portfolio = path.resolve(shell.cwd, options.portfolio ?? 'Portfolio.md');
  const record = await openRecord(portfolio, now, options.asItStands);
  const event = waitingIn(record.book, given);
  const plan = await openPlan(shell, path.join(path.dirname(portfolio), 'plans', event.plan), portfolio);
  const decide: Decide = (book) => {
    waitingIn(book, given);
    if (isAccepted) return accepted(record.access, plan, event, book, options);
    return { value: { kind: 'dismissed', of: event.seq, reason: options.reason }, issues: [] };
  };
  const { value, issues } = await append(record.access, record.book, decide);
  complain(shell, issues, []);
  if (value?.event === undefined) return EXIT.unusable;
  const { book } = await openRecord(portfolio, now);
  const status = planStatus(plan, book, record.access.document, now);
  shell.out(resolveSummary(value.event, event, status, layoutOf(shell)));
  await writeAfterTrade(plan.folder, status);
  return EXIT.ok;
};
