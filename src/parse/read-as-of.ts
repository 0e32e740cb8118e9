import type { Issue } from '../model/issue.ts';
import type { Place, Stated } from '../model/place.ts';
import { bareText } from './bare-text.ts';
import { issueAt } from './issue-at.ts';
import type { Outline, Section } from './outline.ts';
import { readDate, type DateReading } from './read-date.ts';

const LABEL =
  /\b(?:as[ -]of|generated|last updated|updated|report date|valuation date|data as of|prices? as of|date|prepared|snapshot)(?: date)?(?: on| at| as of)?\s?[:|–—-]?\s*(?=(?:\w+day,?\s)?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;

/** The date of a document, and what is wrong with it. */
export interface AsOf {
  readonly asOf?: Stated<string>;
  readonly issues: readonly Issue[];
}

const textsOf = (section: Section): readonly { readonly text: string; readonly place: Place }[] => [
  ...(section.heading ? [section.heading] : []),
  ...section.lines,
  ...section.tables
    .flatMap((table) => [table.header, ...table.rows])
    .filter((row) => row.cells.length <= 3)
    .map((row) => ({ text: row.cells.map((cell) => cell.text).join(' | '), place: row.place })),
];

const labelled = (text: string): string | undefined => {
  const bare = bareText(text.slice(0, 600));
  const label = LABEL.exec(bare);
  return label ? bare.slice(label.index + label[0].length, label.index + label[0].length + 40) : undefined;
};

/** A date and where it stands. */
interface Dated {
  readonly reading: DateReading;
  readonly place: Place;
}

const firstDate = (outline: Outline): Dated | undefined => {
  for (const section of outline.sections) {
    for (const { text, place } of textsOf(section)) {
      const date = labelled(text);
      const reading = date === undefined ? undefined : readDate(date);
      if (reading && reading.kind !== 'absent') return { reading, place };
    }
  }
  const title = outline.sections.find((section) => section.depth === 1)?.heading;
  return title ? { reading: readDate(title.text), place: title.place } : undefined;
};

/**
 * The document's own date: the first line that says "Generated", "As of", "Last Updated" … with a date, else a date in
 * the title. `document` says in words which document it is.
 */
export const readAsOf = (outline: Outline, document: string, start: Place): AsOf => {
  const found = firstDate(outline);
  if (found?.reading.kind === 'day') return { asOf: { value: found.reading.day, place: found.place }, issues: [] };
  if (found?.reading.kind === 'impossible')
    return { issues: [issueAt('date-unreadable', 'approve', found.place, { text: found.reading.text })] };
  return { issues: [issueAt('as-of-missing', 'approve', start, { document })] };
};
