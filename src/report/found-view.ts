import type { JournalEvent, LineEdit } from '../model/event.ts';

const withoutEnd = (line: string): string => line.replace(/\r?\n$/, '');

const editView = ({ line, removed, added }: LineEdit): object => ({
  line,
  removed: removed.map((text) => ({ text: withoutEnd(text) })),
  added: added.map((text) => ({ text: withoutEnd(text) })),
});

/** What was found in the document that the record did not know: that it is new to it, or how it was edited by hand. */
export const foundView = (event: JournalEvent): object => ({
  event: event.seq,
  isAdopted: event.kind === 'adopted',
  isEdited: event.kind === 'edited',
  edits: event.kind === 'edited' ? event.document.edits.map(editView) : [],
});
