import type { Finding } from '../model/finding.ts';
import type { Issue } from '../model/issue.ts';
import { comparePlaces, type Place } from '../model/place.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Spelling } from '../model/sector.ts';
import { compareText, thenBy } from '../model/order.ts';
import { findingSubject } from './finding-subject.ts';
import { findingWords } from './finding-words.ts';
import { issueWords } from './issue-words.ts';
import { oncePer } from './once-per.ts';
import { say } from './say.ts';

export type Severity = 'block' | 'approve' | 'note';

/** One reason for the verdict, in words. */
export interface Reason {
  readonly code: string;
  readonly severity: Severity;
  readonly subject: string;
  /** What is, as a sentence. */
  readonly short: string;
  /** What is and what should be. */
  readonly message: string;
  /** What to do about it, when the words say so. */
  readonly advice: string;
  readonly place?: Place;
}

const SEVERITIES: readonly Severity[] = ['block', 'approve', 'note'];

/** The words of an issue are phrases; in a list of reasons they are sentences. */
const sentence = (phrase: string): string =>
  phrase === '' ? '' : `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1).replace(/[.;]$/u, '')}.`;

const fromIssue = (issue: Issue): Reason => {
  const words = issueWords(issue);
  return {
    code: issue.code,
    severity: issue.level === 'unusable' ? 'block' : issue.level,
    subject: issue.subject ?? '',
    short: sentence(words.is),
    message: sentence(say('report/reason-message', { is: words.is.replace(/\.$/u, ''), should: words.should })),
    advice: sentence(words.do),
    ...(issue.place === undefined ? {} : { place: issue.place }),
  };
};

const fromFinding = (finding: Finding, spelling: Spelling): readonly Reason[] => {
  const { level, constraint } = finding;
  if (level === 'pass') return [];
  const words = findingWords(finding, spelling);
  const subject = findingSubject(finding, spelling);
  return [{ code: constraint, severity: level, subject, short: words, message: words, advice: '' }];
};

/** Orders numbers by size and everything else by text: order 2 comes before order 10. */
const compareSubjects = (a: string, b: string): number =>
  /^\d+$/u.test(a) && /^\d+$/u.test(b) ? Number(a) - Number(b) : compareText(a, b);

/** What stands in a document first, in the order of reading; what was computed after it. */
const comparePlaced = ({ place: a }: Reason, { place: b }: Reason): number => {
  if (a !== undefined && b !== undefined) return comparePlaces(a, b);
  return Number(a === undefined) - Number(b === undefined);
};

const compareReasons = (a: Reason, b: Reason): number => {
  const severity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  const rest = thenBy(compareText(a.code, b.code), compareSubjects(a.subject, b.subject));
  return thenBy(severity, thenBy(comparePlaced(a, b), rest));
};

/** Everything that bears on the verdict or is worth a note, worst first, never truncated. */
export const reasons = oncePer(({ issues, findings, spelling }: Recommendation): readonly Reason[] =>
  [...issues.map(fromIssue), ...findings.flatMap((finding) => fromFinding(finding, spelling))].sort(compareReasons),
);
