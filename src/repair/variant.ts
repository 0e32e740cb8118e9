import type { AccountedLine, Directive, ResolvedDirective } from '../model/directive.ts';
import { placeText } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { judgedPlanFor, planFor } from '../steps/rebalance.ts';
import type { Judged } from '../steps/recommend.ts';
import { resolveDirectives } from '../steps/0-resolve-directives.ts';
import type { Sources } from '../steps/read-sources.ts';
import { stillSaid, type Situation } from './situation.ts';

/** One reading of what was asked, and the instructions that would be carried out of it. */
export interface Variant {
  /** By id: as asked; of lines that contradict each other the one that counts. */
  readonly asked: ReadonlyMap<string, Directive>;
  /** By id: as proposed; what is left out is not there. */
  readonly proposed: ReadonlyMap<string, Directive>;
}

/** A change of one instruction: another one in its place, or none. */
export interface Change {
  readonly id: string;
  readonly to: Directive | undefined;
}

/** More readings than this of lines that contradict each other are not looked at. */
const MOST_READINGS = 16;

/** Every reading of what was asked: of lines that contradict each other each may count. */
export const readingsOf = ({ sources: { directives, contested = [] } }: Situation): readonly Variant[] => {
  let readings: readonly (readonly Directive[])[] = [[]];
  for (const kept of directives) {
    const others = contested.filter((one, at) => one.id === kept.id && aimFirstAt(one, contested) === at);
    readings = readings.flatMap((before) => [kept, ...others].map((one) => [...before, one]));
    readings = readings.slice(0, MOST_READINGS);
  }
  return readings.map((reading) => {
    const asked = new Map(reading.map((one) => [one.id, one]));
    return { asked, proposed: asked };
  });
};

/** What a directive asks for, as a text that tells two of them apart. */
export const aimKey = (directive: Directive): string => {
  const { direction } = directive;
  if (directive.kind !== 'ticker') return `${direction} ${directive.target ?? ''}`;
  const { aim } = directive;
  return `${direction} ${aim.kind} ${aim.kind === 'weight' ? aim.target : aim.kind === 'shares' ? aim.shares : aim.kind === 'part' ? aim.part : ''}`;
};

const aimFirstAt = (one: Directive, all: readonly Directive[]): number =>
  all.findIndex((other) => other.id === one.id && aimKey(other) === aimKey(one));

/** Tells two variants apart. */
export const keyOf = ({ asked, proposed }: Variant): string =>
  [...asked.values()]
    .map((one) => {
      const now = proposed.get(one.id);
      return `${one.id} ${one.place.line}:${one.place.column} ${now === undefined ? '-' : aimKey(now)}`;
    })
    .join('|');

/** The variant with other instructions; undefined where that changes nothing. */
export const changed = (variant: Variant, changes: readonly Change[]): Variant | undefined => {
  const proposed = new Map(variant.proposed);
  for (const { id, to } of changes) {
    if (to === undefined) proposed.delete(id);
    else proposed.set(id, to);
  }
  const next = { asked: variant.asked, proposed };
  return keyOf(next) === keyOf(variant) ? undefined : next;
};

/** A claim in dollars was about the figure that was asked, and so is what prose says of cash on the way and in the end. */
const withoutClaims = ({ dollars: _dollars, dollarsUnread: _unread, ...rest }: Directive): Directive => rest;

/** The code of a line that is left out because the person said so. */
const LEFT_OUT = 'left-out-on-word';

const accountingOf = (situation: Situation, { asked, proposed }: Variant): readonly AccountedLine[] => {
  const { sources, unclear } = situation;
  const counts = new Set(
    [...proposed.keys()].map((id) => placeText(asked.get(id)?.place ?? { file: '', line: 0, column: 0 })),
  );
  const stated = new Set([...sources.directives, ...(sources.contested ?? [])].map(({ place }) => placeText(place)));
  return sources.accounting.map((line): AccountedLine => {
    const { place, text } = line;
    const at = placeText(place);
    if (counts.has(at) && line.reason !== 'restated') return { place, text, class: 'directive' };
    return unclear.includes(line) || stated.has(at)
      ? { place, text, class: 'not_a_directive', reason: LEFT_OUT }
      : line;
  });
};

/** The sources as if the document had asked for the variant. */
export const sourcesOf = (situation: Situation, variant: Variant): Sources => {
  const { contested: _contested, ...sources } = situation.sources;
  const { claims } = sources.portfolio;
  const isChanged = (one: Directive): boolean => one !== variant.asked.get(one.id);
  return {
    ...sources,
    portfolio: {
      ...sources.portfolio,
      claims: { ...claims, cashPath: claims.cashPath.filter(({ moment }) => moment === 'start') },
    },
    directives: [...variant.proposed.values()].map((one) => (isChanged(one) ? withoutClaims(one) : one)),
    accounting: accountingOf(situation, variant),
  };
};

/** The whole workflow up to the verdict for a variant. */
export const judgedOf = (situation: Situation, variant: Variant): Judged => {
  const sources = sourcesOf(situation, variant);
  return judgedPlanFor(sources, situation.terms, stillSaid(situation, sources.directives));
};

/** The whole workflow for a variant. */
export const planOf = (situation: Situation, variant: Variant): Recommendation => {
  const sources = sourcesOf(situation, variant);
  return planFor(sources, situation.terms, stillSaid(situation, sources.directives));
};

/** Directives in dollars, by id. */
export const resolvedById = (
  directives: Iterable<Directive>,
  { resolving }: Situation,
): ReadonlyMap<string, ResolvedDirective> =>
  new Map(resolveDirectives([...directives], resolving).resolved.map((one) => [one.directive.id, one]));
