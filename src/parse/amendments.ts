import type { Outline, Section } from './outline.ts';

const REPLACES =
  /\b(?:supersed(?:es|ing)|replac(?:es|ing)|overrid(?:es|ing)|(?:to|will|shall) (?:supersede|replace|override))\b/i;
const AMENDS = /\b(?:amend(?:ment|ed|ing)?|addendum|revis(?:ed|ion)|correct(?:ed|ion)|updated?|erratum|supersed\w*)\b/i;

/**
 * True for a section that says of itself that it takes the place of what stands above it: "Amendment (supersedes the action plan)", or a
 * heading "Amendment" with such a sentence under it.
 */
export const isAmendment = (section: Section): boolean =>
  section.heading !== undefined &&
  AMENDS.test(section.title) &&
  (REPLACES.test(section.title) || section.lines.some(({ kind, text }) => kind === 'prose' && REPLACES.test(text)));

/** A section that takes the place of earlier ones, with the lines that it and the sections under it take up. */
export interface Amendment {
  readonly section: Section;
  readonly from: number;
  /** The first line that no longer belongs to it. */
  readonly before: number;
}

const isUnder = (section: Section | undefined, root: Section): boolean => {
  for (let at = section; at; at = at.parent) if (at === root) return true;
  return false;
};

/** Every amendment of a document, in order of reading. */
export const amendmentsIn = ({ sections }: Outline): readonly Amendment[] =>
  sections.flatMap((section, index): Amendment[] => {
    if (!isAmendment(section)) return [];
    const next = sections.slice(index + 1).find((later) => later.heading !== undefined && !isUnder(later, section));
    const from = section.heading?.place.line ?? 0;
    return [{ section, from, before: next?.heading?.place.line ?? Number.POSITIVE_INFINITY }];
  });
