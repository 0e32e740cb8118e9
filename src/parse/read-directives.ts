import type { AccountedLine, Directive } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { comparePlaces, placeText } from '../model/place.ts';
import { candidatesIn, type Candidate } from './candidates.ts';
import { issueAt } from './issue-at.ts';
import { mergeDirectives, type UnderstoodLine } from './merge-directives.ts';
import { supersede } from './supersede.ts';
import type { Declined } from './outcome.ts';
import type { Outline } from './outline.ts';
import { languageIssue } from './refusal-of.ts';
import type { Known } from './subject-of.ts';
import type { RangeTarget } from './setting.ts';

/** The instructions of a document, the account of every line that looks like one, and what is to be said about them. */
export interface Directives {
  readonly directives: readonly Directive[];
  /** What lines say that contradict a directive of the same id. */
  readonly contested: readonly Directive[];
  readonly accounting: readonly AccountedLine[];
  readonly issues: readonly Issue[];
}

/** How doubtful figures are to be read. */
export interface DirectiveOptions {
  readonly rangeTarget?: RangeTarget;
}

const declinedLine = (
  candidate: Candidate,
  outcome: Declined,
): { readonly line: AccountedLine; readonly issues: readonly Issue[] } => ({
  line: { place: candidate.place, text: candidate.text, class: outcome.class, reason: outcome.reason },
  issues:
    outcome.level === undefined
      ? []
      : [issueAt(outcome.reason, outcome.level, candidate.place, outcome.detail, outcome.subject)],
});

const supersededLine = ({ candidate: { place, text } }: UnderstoodLine): AccountedLine => ({
  place,
  text,
  class: 'not_a_directive',
  reason: 'superseded',
});

const byPlace = (a: Issue, b: Issue): number => (a.place && b.place ? comparePlaces(a.place, b.place) : 0);

/** Without a single directive there is nothing to plan: never an empty plan. */
const emptiness = (
  candidates: readonly Candidate[],
  directives: readonly Directive[],
  outline: Outline,
): readonly Issue[] => {
  if (directives.length > 0) return [];
  const [first] = candidates;
  const start = { file: outline.file, line: 1, column: 1 };
  const foreign = languageIssue(outline, start);
  if (foreign) return [foreign];
  if (!first) return [issueAt('action-plan-missing', 'unusable', start, {})];
  const lines = candidates.map((each) => `${placeText(each.place)}: ${each.text}`);
  return [issueAt('nothing-understood', 'unusable', first.place, { count: candidates.length, lines })];
};

/** No plan for a person to carry out has as many. */
const MOST = 5000;

const tooMany = (count: number, file: string): Directives => {
  const detail = { what: 'lines that look like instructions', measured: count, limit: MOST };
  return {
    directives: [],
    contested: [],
    accounting: [],
    issues: [issueAt('too-large', 'unusable', { file, line: 1, column: 1 }, detail)],
  };
};

/** Reads the ACTION PLAN. Every line that looks like an instruction ends in exactly one class. */
export const readDirectives = (outline: Outline, known: Known, options: DirectiveOptions = {}): Directives => {
  const candidates = candidatesIn(outline, known, options.rangeTarget);
  if (candidates.length > MOST) return tooMany(candidates.length, outline.file);
  const understood = candidates.flatMap((candidate): UnderstoodLine[] =>
    candidate.outcome.kind === 'directive' ? [{ candidate, directive: candidate.outcome.directive }] : [],
  );
  const declined = candidates.flatMap((candidate) =>
    candidate.outcome.kind === 'declined' ? [declinedLine(candidate, candidate.outcome)] : [],
  );
  const { standing, replaced, issues: amended } = supersede(understood, outline);
  const merged = mergeDirectives(standing);
  const accounting = [...merged.lines, ...replaced.map(supersededLine), ...declined.map((each) => each.line)].sort(
    (a, b) => comparePlaces(a.place, b.place),
  );
  const issues = [
    ...amended,
    ...merged.issues,
    ...declined.flatMap((each) => each.issues),
    ...emptiness(candidates, merged.directives, outline),
  ];
  return { directives: merged.directives, contested: merged.contested, accounting, issues: issues.sort(byPlace) };
};
