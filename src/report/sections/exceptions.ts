import { isExcepted, type Breach } from '../../model/exceptions.ts';
import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import { grantView, lapsedWords, rejectionWords } from '../exception-words.ts';
import type { Meta } from '../plan-document.ts';

const breachView = ({ code, subject, grant }: Breach) => {
  const { who = '', until = '', why = '' } = grant === undefined ? {} : grantView(grant);
  const [codeText, subjectText] = [markdownText(code), markdownText(subject)];
  return {
    code: codeText,
    subject: subjectText,
    who: markdownText(who),
    until: markdownText(until),
    why: markdownText(why),
  };
};

/** Which breaches are excepted by whom, why and until when, and what does not count any more. */
export const exceptions = (_: Recommendation, { exceptions: all }: Meta): object | undefined => {
  if (all === undefined) return undefined;
  const { breaches, lapsed, rejection } = all;
  const granted = breaches.filter(({ grant }) => grant !== undefined).length;
  if (granted + lapsed.length === 0 && rejection === undefined) return undefined;
  return {
    refusal: markdownText(rejectionWords(all)),
    excepted: isExcepted(all),
    granted,
    count: breaches.length,
    several: breaches.length !== 1,
    grantedSeveral: granted !== 1,
    breaches: breaches.map(breachView),
    lapsed: lapsed.map((one) => ({ words: markdownText(lapsedWords(one)) })),
  };
};
