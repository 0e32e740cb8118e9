import type { Recommendation } from '../../model/recommendation.ts';
import { markdownText } from '../escape.ts';
import { inMarkdown } from '../in-markdown.ts';
import type { Meta } from '../plan-document.ts';
import type { ReasonView } from '../verdict-facts.ts';
import { verdictView, type VerdictView } from '../verdict-view.ts';

const escaped = (reason: ReasonView): ReasonView => inMarkdown(reason, 'message', 'advice', 'place', 'excepted');

const counterIn = (counter: VerdictView['counter']): VerdictView['counter'] =>
  counter === undefined ? undefined : inMarkdown(counter, 'changes');

/** Verdict and what to do now: the first screen. */
export const verdict = (recommendation: Recommendation, meta: Meta): VerdictView => {
  const view = verdictView(recommendation, meta);
  return {
    ...view,
    graver: view.graver.map(escaped),
    lighter: view.lighter.map(escaped),
    advices: markdownText(view.advices),
    approver: markdownText(view.approver),
    refusal: markdownText(view.refusal),
    counter: counterIn(view.counter),
    noCounter: markdownText(view.noCounter),
    taken: counterIn(view.taken),
  };
};
