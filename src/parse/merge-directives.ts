import type { AccountedLine, Directive, Direction } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import { comparePlaces, placeText, type Stated } from '../model/place.ts';
import { compareText, thenBy } from '../model/order.ts';
import { absCents, SCALE, writeDecimal, type Cents, type Pct } from '../model/units.ts';
import type { Candidate } from './candidates.ts';
import { decline } from './decline.ts';
import { issueAt } from './issue-at.ts';

/** A candidate that was understood. */
export interface UnderstoodLine {
  readonly candidate: Candidate;
  readonly directive: Directive;
}

/** One directive for each subject, and what became of the lines that say it again or say otherwise. */
export interface Merged {
  readonly directives: readonly Directive[];
  /** What lines say that contradict the directive of the same id. */
  readonly contested: readonly Directive[];
  readonly lines: readonly AccountedLine[];
  readonly issues: readonly Issue[];
}

const SIDE: Readonly<Record<Direction, string>> = {
  reduce: 'down',
  exit: 'down',
  increase: 'up',
  hold: 'hold',
  set: '',
};
const MOST_SPECIFIC: readonly Direction[] = ['exit', 'reduce', 'increase', 'hold', 'set'];

const pctText = (value: Pct): string => `${writeDecimal(value, SCALE.pct)}%`;

/** What a directive asks for, in words that also tell two of them apart. */
const aimText = (directive: Directive): string => {
  if (directive.kind !== 'ticker') return directive.target === undefined ? 'hold' : pctText(directive.target);
  const { aim } = directive;
  if (aim.kind === 'hold') return 'hold';
  if (aim.kind === 'weight') return pctText(aim.target);
  const verb = directive.direction === 'increase' ? 'buy' : 'sell';
  return aim.kind === 'shares'
    ? `${verb} ${writeDecimal(aim.shares, SCALE.shares)} shares`
    : `${verb} ${pctText(aim.part)} of the position`;
};

const opposed = (a: Directive, b: Directive): boolean => {
  const [one, other] = [SIDE[a.direction], SIDE[b.direction]];
  return one !== '' && other !== '' && one !== other;
};

/** "Energy 12% → 12%" says what "Hold Energy" says. */
const isHold = (directive: Directive): boolean =>
  directive.direction === 'hold' ||
  (directive.direction === 'set' &&
    directive.kind === 'sector' &&
    directive.from !== undefined &&
    directive.from.value === directive.target);

/** True when two directives about one subject ask for the same. */
export const sameAim = (a: Directive, b: Directive): boolean =>
  (aimText(a) === aimText(b) && !opposed(a, b)) || (isHold(a) && isHold(b));

const lowest = <T extends bigint>(
  all: readonly (Stated<T> | undefined)[],
  size: (value: T) => bigint,
): Stated<T> | undefined =>
  all
    .flatMap((each) => (each ? [each] : []))
    .sort((a, b) =>
      size(a.value) < size(b.value) ? -1 : size(a.value) > size(b.value) ? 1 : comparePlaces(a.place, b.place),
    )[0];

const pctSize = (value: Pct): bigint => value;
const centsSize = (value: Cents): bigint => absCents(value);

/** One directive out of several lines that ask for the same: the clearest verb, and figures wherever they stand. */
const combined = (same: readonly Directive[], first: Directive): Directive => {
  const direction =
    MOST_SPECIFIC.find((each) => same.some((directive) => directive.direction === each)) ?? first.direction;
  const from = lowest(
    same.map((each) => each.from),
    pctSize,
  );
  const dollars = lowest(
    same.map((each) => each.dollars),
    centsSize,
  );
  return { ...first, direction, ...(from ? { from } : {}), ...(dollars ? { dollars } : {}) };
};

const differs = (a: Directive, b: Directive): boolean =>
  (a.from !== undefined && b.from !== undefined && a.from.value !== b.from.value) ||
  (a.dollars !== undefined && b.dollars !== undefined && absCents(a.dollars.value) !== absCents(b.dollars.value));

const accounted = (
  { candidate }: UnderstoodLine,
  lineClass: AccountedLine['class'],
  reason?: string,
): AccountedLine => ({
  place: candidate.place,
  text: candidate.text,
  class: lineClass,
  ...(reason === undefined ? {} : { reason }),
});

const nameOf = (directive: Directive): string =>
  directive.kind === 'cash' ? 'Cash' : directive.kind === 'sector' ? directive.sector : directive.ticker;

const conflict = (line: UnderstoodLine, kept: UnderstoodLine): Issue => {
  const [early, late] = comparePlaces(line.candidate.place, kept.candidate.place) < 0 ? [line, kept] : [kept, line];
  const subject = nameOf(line.directive);
  const detail = {
    subject,
    target: aimText(late.directive),
    otherTarget: aimText(early.directive),
    other: placeText(early.candidate.place),
    text: late.candidate.text,
  };
  return issueAt('directive-conflict', 'block', late.candidate.place, detail, subject);
};

const restatement = (line: UnderstoodLine, kept: UnderstoodLine): Issue[] => {
  if (!differs(line.directive, kept.directive)) return [];
  const subject = nameOf(line.directive);
  return [
    issueAt(
      'restated-differently',
      'approve',
      line.candidate.place,
      { text: line.candidate.text, other: placeText(kept.candidate.place) },
      subject,
    ),
  ];
};

const sortedBy = (directive: Directive): string => (isHold(directive) ? 'hold' : aimText(directive));

/** Which line counts does not depend on the order of lines: the first aim by its words, where it is first stated. */
const keptOf = (lines: readonly UnderstoodLine[]): UnderstoodLine | undefined =>
  [...lines].sort((a, b) =>
    thenBy(
      compareText(sortedBy(a.directive), sortedBy(b.directive)),
      thenBy(
        compareText(SIDE[b.directive.direction], SIDE[a.directive.direction]),
        comparePlaces(a.candidate.place, b.candidate.place),
      ),
    ),
  )[0];

/** A whole instruction where none is carried out: outside the action plan, in running text, under a condition. */
const orphan = (line: UnderstoodLine): Merged => {
  const { place, text, unless: code = 'outside-action-section' } = line.candidate;
  return {
    directives: [],
    contested: [],
    lines: [accounted(line, decline(code, text).class, code)],
    issues: [issueAt(code, 'approve', place, { text }, nameOf(line.directive))],
  };
};

const followUp = (line: UnderstoodLine, kept: UnderstoodLine): Merged => {
  const none = { directives: [], contested: [] };
  if (line === kept) return { ...none, lines: [accounted(line, 'directive')], issues: [] };
  if (sameAim(line.directive, kept.directive))
    return { ...none, lines: [accounted(line, 'restated', 'restated')], issues: restatement(line, kept) };
  if (line.candidate.unless !== undefined) return orphan(line);
  return {
    directives: [],
    contested: [line.directive],
    lines: [accounted(line, 'conflict', 'directive-conflict')],
    issues: [conflict(line, kept)],
  };
};

const mergeSubject = (lines: readonly UnderstoodLine[]): readonly Merged[] => {
  const kept = keptOf(lines.filter((line) => !line.candidate.outside));
  if (!kept) return lines.map(orphan);
  const same = lines.filter((line) => sameAim(line.directive, kept.directive)).map((line) => line.directive);
  return [
    { directives: [combined(same, kept.directive)], contested: [], lines: [], issues: [] },
    ...lines.map((line) => followUp(line, kept)),
  ];
};

/** Merges restatements and finds conflicts; the directives come in order of their ids. */
export const mergeDirectives = (understood: readonly UnderstoodLine[]): Merged => {
  const byId = new Map<string, UnderstoodLine[]>();
  for (const line of understood) {
    const { id } = line.directive;
    const before = byId.get(id);
    if (before === undefined) byId.set(id, [line]);
    else before.push(line);
  }
  const sorted = [...byId].sort(([a], [b]) => compareText(a, b));
  const merged = sorted.flatMap(([, lines]) => mergeSubject(lines));
  return {
    directives: merged.flatMap((each) => each.directives),
    contested: merged.flatMap((each) => each.contested),
    lines: merged.flatMap((each) => each.lines),
    issues: merged.flatMap((each) => each.issues),
  };
};
