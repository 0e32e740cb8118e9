import { comparePlaces, type Place } from '../model/place.ts';
import { actionSections } from './action-sections.ts';
import { decline } from './decline.ts';
import { instructionInProse } from './instruction-in-prose.ts';
import type { LineSetting } from './line-setting.ts';
import type { Outcome } from './outcome.ts';
import type { Line, Outline, Section, Table } from './outline.ts';
import { readActionRow, rowText } from './read-action-row.ts';
import { isPicksSection } from './pick-columns.ts';
import { isRankingSection } from './rank-columns.ts';
import { isCandidate, readLine } from './read-line.ts';
import { isRestrictionSection } from './restriction-section.ts';
import { subjectFinder } from './subject-finder.ts';
import type { Known } from './subject-of.ts';
import { tableKind } from './table-kind.ts';
import { declinedByTitle } from './declined-by-title.ts';
import { targetColumns } from './target-columns.ts';
import type { RangeTarget } from './setting.ts';
import { hasUnknownVerb } from './unknown-verb.ts';
import { mayTrade } from './verbs.ts';

/** A line or row that looks like an instruction, and what became of it. */
export interface Candidate {
  readonly place: Place;
  readonly text: string;
  readonly outcome: Outcome;
  /** It stands outside the action plan, where nothing is carried out. */
  readonly outside: boolean;
  /** It may only say again what stands elsewhere; else this is the reason why it is not carried out. */
  readonly unless?: string;
}

type SettingFor = (text: string, place: Place, section: Section) => LineSetting;

const fromTable = (table: Table, section: Section, settingFor: SettingFor): Candidate[] => {
  const columns = targetColumns(table.header);
  const width = table.header.cells.length;
  const header = rowText(table.header);
  const rows = table.rows.map((row): Candidate => {
    const text = rowText(row);
    return {
      place: row.place,
      text,
      outcome: readActionRow(row, columns, width, settingFor(text, row.place, section)),
      outside: false,
    };
  });
  const head: Candidate = {
    place: table.header.place,
    text: header,
    outcome: decline('table-header', header),
    outside: false,
  };
  const counted = rows.filter((row) => isCandidate(row.text) || row.outcome.kind === 'directive');
  return header.includes('%') || isCandidate(header) ? [head, ...counted] : counted;
};

const fromLine = (line: Line, section: Section, settingFor: SettingFor): Candidate => ({
  place: line.place,
  text: line.text,
  outcome: readLine(line, settingFor(line.text, line.place, section)),
  outside: false,
});

/** A whole instruction in running text, in program text or in HTML: it may only say again what stands elsewhere. */
const fromProse = ({ text, place }: Line, section: Section, settingFor: SettingFor): Candidate | undefined => {
  const directive = instructionInProse(text, settingFor(text, place, section));
  if (!directive) return undefined;
  return { place, text, outcome: { kind: 'directive', directive }, outside: true, unless: 'not-understood' };
};

/** A line of the action plan that counts: with a verb or a percentage, or one that names what it might trade. */
const fromAction = (line: Line, section: Section, settingFor: SettingFor): Candidate[] => {
  const candidate = fromLine(line, section, settingFor);
  const { outcome } = candidate;
  if (outcome.kind === 'declined' && (outcome.reason === 'prose' || outcome.reason === 'code-block')) {
    const whole = fromProse(line, section, settingFor);
    if (whole) return [whole];
  }
  if (isCandidate(line.text) || outcome.kind === 'directive') return [candidate];
  const open = outcome.class !== 'not_a_directive';
  return open && hasUnknownVerb(line, line.text, settingFor(line.text, line.place, section)) ? [candidate] : [];
};

const others = (section: Section, inAction: boolean): readonly Table[] =>
  section.tables.filter((table) => tableKind(table, section, inAction) === 'other');

const inside = (section: Section, settingFor: SettingFor): Candidate[] => {
  const heading = section.heading
    ? [fromLine({ ...section.heading, kind: 'item' }, section, settingFor)].filter((each) => isComplete(each))
    : [];
  return [
    ...heading,
    ...section.lines.flatMap((line) => fromAction(line, section, settingFor)),
    ...(section.html ?? []).flatMap((line) => fromProse(line, section, settingFor) ?? []),
    ...others(section, true).flatMap((table) => fromTable(table, section, settingFor)),
  ];
};

/** A whole instruction: a verb, something that is known, and how far. */
const isComplete = ({ outcome }: Candidate): boolean =>
  outcome.kind === 'directive' && outcome.directive.direction !== 'set' && outcome.directive.direction !== 'hold';

/** Most tables outside the action plan hold figures; only rows with a verb can be instructions. */
const onlyTrades = (table: Table): Table => ({ ...table, rows: table.rows.filter((row) => mayTrade(rowText(row))) });

/** Outside the action plan only whole instructions count: a restatement, a conflict, or one that nobody would carry out. */
const outside = (section: Section, settingFor: SettingFor): Candidate[] => {
  const lines = [
    ...(section.heading ? [section.heading] : []),
    ...section.lines.filter((line) => line.kind === 'item'),
  ];
  return [
    ...lines
      .filter((line) => mayTrade(line.text) && isCandidate(line.text))
      .map((line) => fromLine({ ...line, kind: 'item' }, section, settingFor)),
    ...others(section, false).flatMap((table) => fromTable(onlyTrades(table), section, settingFor)),
  ]
    .filter(isComplete)
    .map((each) => ({ ...each, outside: true }));
};

/** What a heading says about the lines under it: they are past, or not wanted, or depend on something. */
const underTitle = (candidates: readonly Candidate[], section: Section): readonly Candidate[] => {
  const reason = candidates.some(({ outcome }) => outcome.kind === 'directive') ? declinedByTitle(section) : undefined;
  if (reason === undefined) return candidates;
  return candidates.map((candidate): Candidate => {
    if (candidate.outcome.kind !== 'directive') return candidate;
    return reason === 'condition'
      ? { ...candidate, outside: true, unless: reason }
      : { ...candidate, outcome: decline(reason, candidate.text) };
  });
};

/** Every line of a document that looks like an instruction, in order of reading. */
export const candidatesIn = (
  outline: Outline,
  known: Known,
  rangeTarget: RangeTarget | undefined,
): readonly Candidate[] => {
  const actions = actionSections(outline);
  const names = subjectFinder(known);
  const settingFor: SettingFor = (text, place, section) => ({
    text,
    place,
    known,
    namesSubject: (words) => names(words, ['sector', 'ticker', 'cash']),
    namesStock: (words) => names(words, ['ticker']),
    namesSector: (words) => names(words, ['sector']),
    aside: isPicksSection(section) || isRankingSection(section) || isRestrictionSection(section),
    targetHeading: /\btargets?\b/i.test(section.title),
    rangeTarget,
  });
  const all = outline.sections.flatMap((section) =>
    underTitle(actions.has(section) ? inside(section, settingFor) : outside(section, settingFor), section),
  );
  return all.sort((a, b) => comparePlaces(a.place, b.place));
};
