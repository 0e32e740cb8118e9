import type { Issue } from '../../model/issue.ts';
import { comparePlaces, placeText } from '../../model/place.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import { issueWords } from '../issue-words.ts';
import { isReconciled } from '../reconciled.ts';
import { say } from '../say.ts';

const issueView = (issue: Issue) => {
  const words = issueWords(issue);
  return {
    code: issue.code,
    level: say('report/level', { [issue.level === 'unusable' ? 'block' : issue.level]: true }),
    place: issue.place === undefined ? '' : markdownText(placeText(issue.place)),
    is: markdownText(words.is),
    should: markdownText(words.should),
    do: markdownText(words.do),
  };
};

const byPlace = (a: Issue, b: Issue): number => {
  if (a.place === undefined || b.place === undefined)
    return Number(b.place === undefined) - Number(a.place === undefined);
  return comparePlaces(a.place, b.place);
};

/** Where the documents disagree with themselves, with each other or with what was computed. */
export const reconciliation = ({ issues }: Recommendation): object | undefined => {
  const own = issues.filter(isReconciled);
  return own.length === 0 ? undefined : { issues: own.sort(byPlace).map(issueView) };
};
