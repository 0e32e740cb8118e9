import { isExcepted, sameBreach, type Exceptions } from '../model/exceptions.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { grantWords, lapsedWords, rejectionWords } from './exception-words.ts';
import type { Meta } from './plan-document.ts';
import { counted, verdictFacts, type ReasonView, type VerdictFacts } from './verdict-facts.ts';

/** The verdict in figures, what approvers answered, and the name of the plan: what every first screen is made of. */
export interface VerdictView extends VerdictFacts {
  readonly planId: string;
}

const answeredReason = (reason: ReasonView, { breaches }: Exceptions): ReasonView => {
  const grant = reason.blocks ? undefined : breaches.find((breach) => sameBreach(breach, reason))?.grant;
  return grant === undefined ? reason : { ...reason, excepted: grantWords(grant) };
};

/** The facts, where breaches of the plan are excepted or an approver rejected it. */
const answered = (facts: VerdictFacts, exceptions: Exceptions): VerdictFacts => {
  const graver = facts.graver.map((reason) => answeredReason(reason, exceptions));
  const excepted = isExcepted(exceptions);
  const refusal = rejectionWords(exceptions);
  return {
    ...facts,
    conditional: facts.conditional && !excepted,
    excepted,
    granted: counted(graver.filter((reason) => reason.excepted !== '').length),
    graver,
    refusal,
    lapsed: exceptions.lapsed.map((one) => ({ words: lapsedWords(one) })),
    advices: excepted || refusal !== '' ? '' : facts.advices,
  };
};

/** The verdict, its reasons and what it means for the person, as figures and plain text. */
export const verdictView = (recommendation: Recommendation, { planId, exceptions }: Meta): VerdictView => {
  const facts = verdictFacts(recommendation);
  return { ...(exceptions === undefined ? facts : answered(facts, exceptions)), planId };
};
