import type { Book } from '../journal/book.ts';
import { append } from '../journal/append.ts';
import { applyEdits } from '../journal/line-edits.ts';
import type { Happening } from '../model/event.ts';
import type { Issue } from '../model/issue.ts';
import type { ToldFill } from '../parse/told-fill.ts';
import { fillSummary, type Outcome } from '../report/fill-summary.ts';
import { bookFill, type Booking } from './book-fill.ts';
import { choosePlan } from './choose-plan.ts';
import { complain } from './complain.ts';
import { EXIT } from './exit-code.ts';
import { isPlan } from './find-plan.ts';
import { layoutOf } from './layout-of.ts';
import { notify } from './notify.ts';
import { statedNow } from './now.ts';
import { openPlan, type OpenPlan } from './open-plan.ts';
import { lookAtRecord, openRecord, type OpenRecord } from './open-record.ts';
import { planStatus } from './plan-status.ts';
import type { Shell } from './shell.ts';
import { orStale } from './stale.ts';
import { toldFills, type FillOptions as Reported, type Told } from './told-fills.ts';
import { writeAfterTrade } from './write-after-trade.ts';

/** Options of `po fill`. */
export interface FillOptions extends Reported {
  readonly portfolio?: string;
  readonly now?: string;
  readonly asItStands?: boolean;
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
}

/** What became of some reports: in the order in which they were told. */
interface Booked {
  readonly book: Book;
  readonly outcomes: readonly Outcome[];
}

const outcomeOf = (told: ToldFill, { check, happening }: Booking, seq?: number): Outcome => {
  const number = seq === undefined ? {} : { seq };
  if (check === undefined || check.kind === 'id-differs' || (happening.value === undefined && check.kind !== 'known'))
    return { kind: 'refused', text: told.text, issues: happening.issues };
  if (check.kind === 'recorded') return { ...number, kind: 'recorded', fill: check.fill, notes: happening.issues };
  if (check.kind === 'known') return { kind: 'known', text: told.text, where: check.where };
  return { ...number, kind: 'quarantined', text: told.text, reason: check.reason, detail: check.detail };
};

/** Records one report; whoever is faster is read first, and the report judged again. */
const recordOne = async (record: OpenRecord, plan: OpenPlan, told: ToldFill, book: Book): Promise<Booked> => {
  let booking: Booking = { happening: { issues: [] } };
  const decide = (known: Book) => {
    booking = bookFill(record.access, plan, told, known);
    return booking.happening;
  };
  const { value, issues } = await append(record.access, book, decide);
  if (value === undefined && issues.some(({ code }) => code.startsWith('record-'))) orStale({ issues });
  return { book: value?.book ?? book, outcomes: [outcomeOf(told, booking, value?.event?.seq)] };
};

const recordAll = async (record: OpenRecord, plan: OpenPlan, told: Told): Promise<Booked> => {
  let { book } = record;
  const outcomes: Outcome[] = [];
  for (const fill of told.fills) {
    const booked = await recordOne(record, plan, fill, book);
    book = booked.book;
    outcomes.push(...booked.outcomes);
  }
  return { book, outcomes };
};

/** The book as it would be: nothing is written. */
const imagine = (book: Book, happening: Happening | undefined): Book => {
  if (happening === undefined) return book;
  const event = { ...happening, seq: book.head.seq + 1, previous: book.head.digest, at: '' };
  const longer = { ...book, events: [...book.events, event], head: { ...book.head, seq: event.seq } };
  if (event.kind === 'quarantined') return { ...longer, quarantined: [...book.quarantined, event] };
  if (event.kind !== 'filled') return longer;
  const text = applyEdits(book.text, event.document.edits) ?? book.text;
  return { ...longer, text, fills: [...book.fills, event] };
};

const tryAll = (record: Pick<OpenRecord, 'access' | 'book'>, plan: OpenPlan, told: Told): Booked => {
  let { book } = record;
  const outcomes = told.fills.map((fill) => {
    const booking = bookFill(record.access, plan, fill, book);
    book = imagine(book, booking.happening.value);
    return outcomeOf(fill, booking);
  });
  return { book, outcomes };
};

/** Why a report is not recorded; or what is to be known of the document in which it is. */
const issuesOf = (outcome: Outcome): readonly Issue[] => {
  if (outcome.kind === 'refused') return outcome.issues;
  return outcome.kind === 'recorded' ? outcome.notes : [];
};

const exitOfAll = (outcomes: readonly Outcome[]): number => {
  const kinds = outcomes.map(({ kind }) => kind);
  if (kinds.includes('refused')) return EXIT.unusable;
  return kinds.includes('quarantined') ? EXIT.conditional : EXIT.ok;
};

/** What a plan is called; where there is none of that name the person is told so, instead of being read as a fill. */
const PLAN_ID = /^[0-9a-f]{12}$/;

/** The plan that is named first, or the only one there is; the rest are words. */
const planAndWords = (shell: Shell, given: readonly string[], { portfolio }: FillOptions) => {
  const [first = '', ...rest] = given;
  const isNamed = PLAN_ID.test(first) || isPlan(shell, first, portfolio);
  return isNamed ? { plan: first, words: rest } : { plan: choosePlan(shell, portfolio), words: given };
};

const present = (shell: Shell, page: string, quiet: boolean): void => {
  if (!quiet) shell.out(page);
};

/**
 * `po fill [PLAN] WORDS…`: records what the broker did. Portfolio.md follows, and the reports after the trades. Returns the
 * exit code: 10 where a report was put into quarantine, 2 where one could not be recorded at all.
 */
export const fillCommand = async (shell: Shell, given: readonly string[], options: FillOptions): Promise<number> => {
  const now = statedNow(shell, options.now);
  const named = planAndWords(shell, given, options);
  const plan = await openPlan(shell, named.plan, options.portfolio);
  const told = await toldFills(shell, named.words, options);
  const layout = layoutOf(shell);
  const isTrial = options.dryRun === true;
  const open = isTrial ? lookAtRecord : openRecord;
  const record = await open(plan.portfolio, now, options.asItStands);
  const { outcomes, book } = isTrial ? tryAll(record, plan, told) : await recordAll(record, plan, told);
  complain(shell, [...told.issues, ...outcomes.flatMap(issuesOf)], told.sources);
  const written = isTrial ? { book, found: [] } : await openRecord(plan.portfolio, now);
  const status = planStatus(plan, written.book, record.access.document, now);
  const found = [...record.found, ...written.found];
  present(
    shell,
    fillSummary({ outcomes, leftOut: told.leftOut, found, status, isTrial }, layout),
    options.quiet === true,
  );
  if (isTrial) return exitOfAll(outcomes);
  await writeAfterTrade(plan.folder, status);
  await notify(shell, plan, 'fill');
  return exitOfAll(outcomes);
};
