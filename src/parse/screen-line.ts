import type { LineClass } from '../model/directive.ts';
import { mayBeDoubtful } from './doubtful-words.ts';
import { isTemplate } from './is-template.ts';

/** Why a line is not carried out although it looks like an instruction. */
export interface Verdictless {
  readonly class: LineClass;
  readonly reason: string;
}

const OPTION =
  /\b(?:BUY|SELL)[_ ]TO[_ ](?:OPEN|CLOSE|COVER)\b|\b(?:puts?|calls?|options|option (?:contract|position|trade|spread)s?|spreads?|straddles?|strangles?|collars?|strike|LEAPS?|0DTE|condors?|futures|swaps?)\b|^cover\b|\b(?:sell|go) short\b|\bshort (?:position|sell|sale)|\bshorts\b/i;
const NEGATED =
  /\b(?:do not|don['’]?t|does not|doesn['’]?t|cannot|can['’]?t|must not|should not|shouldn['’]?t|not|never|avoid|without|instead of|rather than|except|excluding|excl\.|stop|cancel|refrain|halt|pause|postpone|defer|delay|no longer)\b/i;
const ORDER_TYPE =
  /\bstop[- ]?loss(?:es)?\b|\btrailing\b|\bstop (?:order|limit|at|price)|\bstops?\s?:|\blimit orders?\b|\btake[- ]profits?\b|\bGTC\b|\bbracket\b/i;
const STAGED =
  /\bover (?:the )?(?:next |coming )?(?:[a-z]+ |\d+(?:-\d+)? )?(?:days?|weeks?|months?|quarters?|sessions?)\b|\bgradual(?:ly)?\b|\btranches?\b|\bin (?:two|three|four|\d+) (?:steps|stages|parts|lots)\b|\bphase(?:d| in| out)\b|\bstaged?\b|\bdollar[- ]cost|\bDCA\b|\bby (?:the )?(?:end of|year[- ]end|month[- ]end|Q[1-4])\b|\bper (?:week|month|quarter)\b|\b(?:weekly|monthly)\b/i;
const CONDITION =
  /\b(?:if|unless|otherwise|else|when|whenever|once|until|till|provided|assuming|in case|in the event|depend(?:s|ing)|contingent|pending|subject to|as long as|upon|after|before|only)\b|^should\b|,\s?should\b/i;
const OPTIONAL =
  /\b(?:consider(?:ing)?|optional(?:ly)?|may(?!\s+\d)|might|could|maybe|perhaps|possibly|potential(?:ly)?|opportunistic(?:ally)?|discretionary|explore|evaluate|look to|would)\b/i;
const ALTERNATIVE = /\bor\b(?! (?:so|more|less|higher|lower|above|below)\b)|\beither\b/i;

/**
 * Words that make a line something that a person has to decide: conditions, options in both senses, negations, orders of
 * another type. A line with any of them is listed and never executed.
 */
export const screenLine = (text: string): Verdictless | undefined => {
  if (!mayBeDoubtful(text)) return undefined;
  if (isTemplate(text)) return { class: 'unsupported', reason: 'template-line' };
  if (CONDITION.test(text)) return { class: 'conditional', reason: 'condition' };
  if (OPTION.test(text)) return { class: 'unsupported', reason: 'option-line' };
  if (ORDER_TYPE.test(text)) return { class: 'unsupported', reason: 'order-type' };
  if (NEGATED.test(text)) return { class: 'unsupported', reason: 'negated' };
  if (OPTIONAL.test(text)) return { class: 'conditional', reason: 'optional' };
  if (STAGED.test(text)) return { class: 'unsupported', reason: 'staged' };
  return ALTERNATIVE.test(text) ? { class: 'ambiguous', reason: 'alternative' } : undefined;
};
