import type { Happening, JournalEvent } from '../model/event.ts';
import type { Parsed } from '../model/issue.ts';
import type { Access } from './access.ts';
import type { Book } from './book.ts';
import { publish } from './publish.ts';
import { openJournal } from './read-journal.ts';

/**
 * What is to be recorded, judged by the record as it stands: the happening; neither happening nor issue where nothing is
 * left to record; issues where it may not be recorded.
 */
export type Decide = (book: Book) => Parsed<Happening>;

/** The record after it was asked to take something; `event` where it took it. */
export interface Appended {
  readonly book: Book;
  readonly event?: JournalEvent;
}

/**
 * Records one happening behind what `known` holds. Whenever another process is faster the record is read on and the
 * happening decided anew, so what is recorded was judged by exactly the record that it continues. One call records at
 * most one event: two decided together could not be judged again one by one.
 */
export const append = async (access: Access, known: Book, decide: Decide): Promise<Parsed<Appended>> => {
  let book = known;
  for (;;) {
    const { value: happening, issues } = decide(book);
    if (happening === undefined) return issues.length > 0 ? { issues } : { value: { book }, issues };
    const published = await publish(access, book, happening);
    if (published) return { value: published, issues };
    const reading = await openJournal(access, book);
    if (reading.value === undefined) return { issues: reading.issues };
    if (reading.value.head.seq === book.head.seq) throw new Error('the name of the next event is taken, by no event');
    book = reading.value;
  }
};
