import type { Place } from '../model/place.ts';

/** One line of text: an item of a list, a line of a paragraph, of a code block, or a heading. */
export interface Line {
  readonly kind: 'item' | 'prose' | 'code' | 'heading';
  readonly text: string;
  readonly place: Place;
  /** The number of an item in a numbered list. */
  readonly ordinal?: number;
  /** A ticked box of a checklist. */
  readonly ticked?: boolean;
  /** Struck through as a whole. */
  readonly struck?: boolean;
  /** The language that a code block names. */
  readonly language?: string;
}

/** One cell of a table. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** One row of a table, with as many cells as are written, which may be fewer or more than the header has. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** The place of its first cell that says something. */
  readonly place: Place;
}

/** A table of the document. */
export interface Table {
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** What stands under one heading, up to the next heading of any level. */
export interface Section {
  /** The words of the heading; empty before the first one. */
  readonly title: string;
  /** 0 before the first heading, 1 to 6 for headings, 7 for a line that acts as a heading for what follows it. */
  readonly depth: number;
  /** The section whose heading stands above this one. */
  readonly parent?: Section;
  readonly heading?: Line;
  readonly lines: readonly Line[];
  /** Text of raw HTML that a reader sees, comments left out: nothing of it is carried out or believed. */
  readonly html?: readonly Line[];
  readonly tables: readonly Table[];
}

/** A document as its sections, in order of reading. */
export interface Outline {
  readonly file: string;
  readonly sections: readonly Section[];
}
