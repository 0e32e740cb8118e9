import type { Detail, Issue, IssueLevel } from '../model/issue.ts';
import type { Place } from '../model/place.ts';

/** An issue about something that stands at a place. The words may name the subject, so it is a detail too. */
export const issueAt = (code: string, level: IssueLevel, place: Place, detail: Detail, subject?: string): Issue => ({
  code,
  level,
  detail: subject === undefined ? detail : { subject, ...detail },
  place,
  ...(subject === undefined ? {} : { subject }),
});
