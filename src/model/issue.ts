import type { Place } from './place.ts';

/**
 * How grave an issue or a finding is. `note` only informs; `approve` is policy that a named person may
 * except; `block` is law, arithmetic or bad data; `unusable` means that there is nothing to plan from.
 */
export type IssueLevel = 'note' | 'approve' | 'block' | 'unusable';

/** The values that the words of a message are filled with: plain text, already in the reader's units. */
export type Detail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * Something wrong or noteworthy about an input. It is data: the sentence (what is, what should be, what to
 * do) stands in templates/issues/<code>.hbs.
 */
export interface Issue {
  readonly code: string;
  readonly level: IssueLevel;
  readonly detail: Detail;
  readonly place?: Place;
  /** The ticker, sector or other thing that the issue is about. */
  readonly subject?: string;
}

/** What a reader understood, and what it has to say about it. Absent `value`: nothing usable was found. */
export interface Parsed<T> {
  readonly value?: T;
  readonly issues: readonly Issue[];
}
