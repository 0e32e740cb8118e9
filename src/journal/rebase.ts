import type { LineEdit } from '../model/event.ts';
import type { Fill } from '../model/fill.ts';
import type { Parsed } from '../model/issue.ts';
import type { Book } from './book.ts';
import { fileFault } from './chain.ts';
import { textAfter } from './fold.ts';
import { nameOf } from './names.ts';

/** Puts a fill into the text of a document; issues say why that is impossible. */
export type Amend = (text: string, fill: Fill) => Parsed<string>;

const hasLines = (text: string, lines: readonly string[]): boolean => {
  const block = lines.join('');
  return text.startsWith(block) || text.includes(`\n${block}`);
};

/** Whether a text still says what an edit by hand made it say. */
const isStillThere = (text: string, edits: readonly LineEdit[]): boolean =>
  edits.every(({ removed, added }) => (added.length > 0 ? hasLines(text, added) : !hasLines(text, removed)));

/**
 * An edited body, brought up to the head: the fills that were recorded after event `since`, which whoever edited it did
 * not have before them, are applied to it again. An edit by hand that was recorded in between must still be in it,
 * because applying that again could only guess.
 */
export const rebase = (book: Book, since: number, body: string, amend: Amend): Parsed<string> => {
  let text = body;
  for (const event of book.events.slice(since)) {
    if (event.kind === 'edited' && text !== textAfter(book, event.seq) && !isStillThere(text, event.document.edits))
      return { issues: [fileFault('edit-overwritten', nameOf(event.seq))] };
    if (event.kind !== 'filled' && event.kind !== 'recorded') continue;
    const { value, issues } = amend(text, event.fill);
    if (value === undefined) return { issues };
    text = value;
  }
  return { value: text, issues: [] };
};
