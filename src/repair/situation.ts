import type { AccountedLine, Directive } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { placeText } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Resolving } from '../steps/0-resolve-directives.ts';
import { offered, type Sources, type Terms } from '../steps/read-sources.ts';

/** A plan that is not SAFE, and everything that it was made from. */
export interface Refused {
  readonly plan: Recommendation;
  readonly sources: Sources;
  readonly terms: Terms;
  /** What finding and reading the sources had to say. */
  readonly read: readonly Issue[];
}

/** A refused plan, sorted into what can be taken back and what cannot. */
export interface Situation extends Refused {
  /** Lines that nobody could carry out as they stand: every variant leaves them out. */
  readonly unclear: readonly AccountedLine[];
  /** What has to be corrected before any variant can be SAFE. */
  readonly obstacles: readonly Issue[];
  /** What directives are resolved against. */
  readonly resolving: Resolving;
}

const CONFLICT = 'directive-conflict';
const CARRIED_OUT = 'carried-out';

/** What a change of the instructions can mend; `unfilled-…` besides. */
const MENDED: ReadonlySet<string> = new Set([
  CONFLICT,
  CARRIED_OUT,
  'targets-do-not-close',
  'verb-contradicts-account',
  'price-unknown',
  'part-of-nothing',
  'sell-more-than-held',
]);

/** Whether an issue, or a finding, bears on the verdict. */
export const isGrave = ({ level }: { readonly level: string }): boolean =>
  level === 'approve' || level === 'block' || level === 'unusable';

/** How the codes of what stays undone begin. */
export const UNDONE = 'unfilled-';

/** Whether an issue says that a part of an instruction stays undone. */
export const isUndone = ({ code }: Pick<Issue, 'code'>): boolean => code.startsWith(UNDONE);

const OPEN: ReadonlySet<AccountedLine['class']> = new Set(['conditional', 'ambiguous', 'unsupported', 'conflict']);

const isUnclear = ({ class: lineClass, reason }: AccountedLine): boolean =>
  OPEN.has(lineClass) && reason !== undefined && reason !== CONFLICT;

const isAbout =
  ({ place, code }: Issue) =>
  (line: AccountedLine): boolean =>
    place !== undefined && line.reason === code && placeText(line.place) === placeText(place);

const resolvingOf = ({ sources, terms }: Refused): Resolving => ({
  portfolio: sources.portfolio,
  spelling: sources.spelling,
  prices: offered(sources).prices,
  trust: terms.config.trust,
  ...(terms.basis === undefined ? {} : { basis: terms.basis }),
});

/** Sorts what is wrong with a plan. */
export const situationOf = (refused: Refused): Situation => {
  const unclear = refused.sources.accounting.filter(isUnclear);
  const obstacles = refused.plan.issues.filter(
    (issue) => isGrave(issue) && !MENDED.has(issue.code) && !isUndone(issue) && !unclear.some(isAbout(issue)),
  );
  return { ...refused, unclear, obstacles, resolving: resolvingOf(refused) };
};

/** What reading the sources still has to say when only these instructions are left. */
export const stillSaid = ({ read, unclear }: Situation, directives: readonly Directive[]): readonly Issue[] =>
  read.filter((issue) => {
    if (issue.code === CONFLICT) return false;
    if (issue.code === CARRIED_OUT) return directives.some(({ text }) => text === issue.detail['text']);
    return !(isGrave(issue) && unclear.some(isAbout(issue)));
  });
