import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { actionSections } from './action-sections.ts';
import { foreignLanguage } from './foreign-language.ts';
import { issueAt } from './issue-at.ts';
import { isTemplate } from './is-template.ts';
import type { Outline, Section } from './outline.ts';
import { rowText } from './read-action-row.ts';
import { isCandidate } from './read-line.ts';
import { tableKind } from './table-kind.ts';

const rowsOf = (section: Section): readonly string[] =>
  section.tables
    .filter((table) => tableKind(table, section, false) !== 'holdings')
    .flatMap((table) => table.rows.map(rowText));

/** How many lines of a whole document look like instructions, wherever they stand: those with a verb or a percentage. */
const lookalikes = ({ sections }: Outline): number =>
  sections
    .flatMap((section) => [...section.lines.map(({ text }) => text), ...rowsOf(section)])
    .filter((text) => isCandidate(text)).length;

const textOf = ({ sections }: Outline): string =>
  sections
    .flatMap((section) => [
      section.title,
      ...section.lines.map(({ text }) => text),
      ...section.tables.flatMap((table) => [table.header, ...table.rows].map(rowText)),
    ])
    .join('\n');

/** The document is in another language: the one thing that there is to say about it. */
export const languageIssue = (outline: Outline, start: Place): Issue | undefined => {
  const language = foreignLanguage(textOf(outline));
  if (language === undefined) return undefined;
  return issueAt('wrong-language', 'unusable', start, { language, count: lookalikes(outline) });
};

const blanks = (outline: Outline): number =>
  outline.sections
    .flatMap((section) => [
      ...section.lines.map(({ text }) => text),
      ...section.tables.flatMap((table) => table.rows.map(rowText)),
    ])
    .filter((text) => isTemplate(text)).length;

/**
 * What a document is, of which not one holding could be read: in another language, a form that nobody has filled in, a book of
 * options, or no portfolio at all. That is said instead of what is wrong with each of its rows; `issues` stay where it
 * is none of these.
 */
export const refusalOf = (outline: Outline, issues: readonly Issue[], start: Place): readonly Issue[] => {
  const foreign = languageIssue(outline, start);
  if (foreign) return [foreign];
  const count = lookalikes(outline);
  const withCode = (code: string): readonly Issue[] => issues.filter((issue) => issue.code === code);
  const [blank] = withCode('template-unfilled');
  if (blank?.place) {
    const detail = { ...blank.detail, lines: blanks(outline), count, all: true };
    return [issueAt('template-unfilled', 'unusable', blank.place, detail)];
  }
  const options = withCode('option-position');
  const [option] = options;
  if (option?.place)
    return [
      issueAt('options-book', 'unusable', option.place, {
        positions: options.map(({ detail }) => detail['text'] as string),
        count,
      }),
    ];
  const without = withCode('holdings-missing').length > 0 && actionSections(outline).size === 0;
  if (without) return [issueAt('not-a-portfolio', 'unusable', start, { count })];
  return issues.map((issue) =>
    issue.code === 'holdings-missing' ? { ...issue, detail: { ...issue.detail, count } } : issue,
  );
};
