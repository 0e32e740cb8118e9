import type { Issue } from '../model/issue.ts';
import { placeText } from '../model/place.ts';
import { amendmentsIn, type Amendment } from './amendments.ts';
import { issueAt } from './issue-at.ts';
import { sameAim, type UnderstoodLine } from './merge-directives.ts';
import type { Outline } from './outline.ts';

/** The lines that still count once amendments have taken the place of earlier ones. */
export interface Superseded {
  readonly standing: readonly UnderstoodLine[];
  readonly replaced: readonly UnderstoodLine[];
  readonly issues: readonly Issue[];
}

const lineOf = ({ candidate }: UnderstoodLine): number => candidate.place.line;
const quoted = ({ candidate }: UnderstoodLine): string => `${placeText(candidate.place)}: ${candidate.text}`;

const amend = (lines: readonly UnderstoodLine[], { section, from, before }: Amendment): Superseded => {
  const own = lines.filter((line) => lineOf(line) >= from && lineOf(line) < before);
  const above = lines.filter((line) => lineOf(line) < from);
  const ownOf = (line: UnderstoodLine) => own.filter(({ directive }) => directive.id === line.directive.id);
  const replaced = above.filter((line) => {
    const same = ownOf(line);
    return same.length > 0 && !same.some(({ directive }) => sameAim(directive, line.directive));
  });
  const kept = above.filter((line) => !line.candidate.outside && ownOf(line).length === 0);
  const place = section.heading?.place;
  const detail = {
    title: section.title,
    replaced: replaced.map(quoted),
    anyReplaced: replaced.length > 0,
    kept: kept.map(quoted),
    anyKept: kept.length > 0,
  };
  const said = place !== undefined && own.length > 0 && replaced.length + kept.length > 0;
  return {
    standing: lines.filter((line) => !replaced.includes(line)),
    replaced,
    issues: said ? [issueAt('plan-amended', 'approve', place, detail)] : [],
  };
};

/**
 * Takes out the lines of which a later section that "supersedes" them asks for something else. What an amendment does not
 * mention still counts; as that may not be what was meant, a person is always asked.
 */
export const supersede = (lines: readonly UnderstoodLine[], outline: Outline): Superseded =>
  amendmentsIn(outline).reduce<Superseded>(
    (before, amendment) => {
      const { standing, replaced, issues } = amend(before.standing, amendment);
      return {
        standing,
        replaced: [...before.replaced, ...replaced],
        issues: [...before.issues, ...issues],
      };
    },
    { standing: lines, replaced: [], issues: [] },
  );
