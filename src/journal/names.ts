/** The folder of the record, seen from the document's. */
export const JOURNAL = 'plans/journal';

const DIGITS = 8;
const LEFTOVER = '.writing-';

/** The file that holds an event. */
export const nameOf = (seq: number): string => `${String(seq).padStart(DIGITS, '0')}.json`;

/** The number in the name of an event's file; undefined for any other name. */
export const seqOf = (name: string): number | undefined => {
  const seq = /^\d{8}\.json$/.test(name) ? Number(name.slice(0, DIGITS)) : 0;
  return seq > 0 ? seq : undefined;
};

/** The name under which a file is written before it is published. */
export const unpublished = (unique: string): string => `${LEFTOVER}${unique}`;

/** Whether it is a file that systems and programs keep for themselves, such as `.DS_Store`. */
export const isHidden = (name: string): boolean => name.startsWith('.');

/** Whether a process may have left this file when it was stopped. It means nothing and harms nothing. */
export const isLeftover = (name: string): boolean => name.startsWith(LEFTOVER);
