import type { Issue } from '../model/issue.ts';
import { placeText, type Place } from '../model/place.ts';

/** The code whose place is one line, and whose detail names, under `other`, the line that contradicts it. */
const CONFLICT = 'directive-conflict';

/** Tells of a place whether another line contradicts what stands there: neither of the two holds. */
export const contradicted = (issues: readonly Issue[]): ((place: Place) => boolean) => {
  const lines = issues.flatMap(({ code, place, detail }) =>
    code === CONFLICT ? [detail['other'], place === undefined ? '' : placeText(place)] : [],
  );
  return (place) => lines.includes(placeText(place));
};
