import type { Issue } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { isKnownSector, knownSectorNames, sectorOf, type Sector } from '../model/sector.ts';
import { bareText } from './bare-text.ts';
import { issueAt } from './issue-at.ts';
import { nearestName } from '../model/nearest-name.ts';

/** A sector as a document spells it. */
export interface NamedSector {
  readonly sector: Sector;
  readonly spelled: string;
  readonly issues: readonly Issue[];
}

const QUOTES = /^["'“”‘’]+|["'“”‘’]+$/g;

/** The words of a sector name, or undefined where none is given. */
export const sectorWords = (text: string): string | undefined => {
  const words = bareText(text).replace(QUOTES, '');
  return /^(?:|[-–—]+|n\/?a|none|unknown|unavailable|\.{2,}|…|\?+|tbd)$/i.test(words) ? undefined : words;
};

/** The sector that a name means; an unknown name is kept as a sector of its own, and reported. */
export const namedSector = (spelled: string, place: Place): NamedSector => {
  const sector = sectorOf(spelled);
  if (isKnownSector(spelled)) return { sector, spelled, issues: [] };
  const near = nearestName(spelled, knownSectorNames);
  const issue =
    near === undefined
      ? issueAt('sector-unlisted', 'note', place, { text: spelled }, spelled)
      : issueAt('sector-unknown', 'approve', place, { text: spelled, suggestion: near }, spelled);
  return { sector, spelled, issues: [issue] };
};
