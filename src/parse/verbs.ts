import type { Direction } from '../model/directive.ts';
import { asciiWords } from './ascii-words.ts';
import { bareText } from './bare-text.ts';

/** Every verb that an instruction may start with, and where it points. */
const VERBS: ReadonlyMap<string, Direction> = new Map(
  (
    [
      [
        'exit',
        'sell all of|sell all|sell entire|sell out of|close out of|close out|close|exit|eliminate|liquidate|divest',
      ],
      ['reduce', 'reduce|trim back|trim|cut back|cut|lower|decrease|sell down|sell|scale back|pare back|pare'],
      ['increase', 'increase|raise|boost|add to|add|initiate|open|buy|purchase|accumulate|build up|build|grow|top up'],
      ['hold', 'maintain|hold|keep'],
      ['set', 'target|set|bring|adjust|rebalance'],
    ] as const
  ).flatMap(([direction, phrases]) => phrases.split('|').map((phrase) => [phrase, direction] as const)),
);

/** Words of instructions that cannot be carried out as they stand; a line with one is looked at all the same. */
const OTHER_WORDS =
  'allocate|deploy|rotate|shift|move|swap|switch|replace|invest|harvest|short|cover|write|roll|hedge|scale|underweight|overweight|buy_to_open|sell_to_open|sell_to_close|buy_to_close|reallocate|redeploy|unwind|dump|take profits';
const FIRST_WORDS = new Set([...VERBS.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));
const ANY_VERB: ReadonlySet<string> = new Set(
  [...FIRST_WORDS, ...OTHER_WORDS.split('|')].filter((word) => !/^(?:target|set)$/.test(word)),
);
const OTHER_FIRST = new RegExp(`^(?:${OTHER_WORDS})\\b`, 'i');
const DECISION =
  /^(?:if|unless|otherwise|else|when|once|should|consider|optional(?:ly)?|maybe|perhaps|potentially|possibly|may|might|could)\b/i;
const LEAD =
  /^(?:(?:[-+]|\(?\d{1,3}[.)]|\[[ xX]?\]|(?:step|priority|action|phase|trade|order|p)\s?#?\d{1,2}\s?[:.)–—-]?|(?:action|priority|instruction|order|trade|task|directive|to[- ]do|recommend(?:ation|ed action))\s?:|\d{1,2}\s)\s*)+/i;

/** A verb at the start of some words (lower case): its direction and how many words it takes. */
export const verbAt = (
  words: readonly string[],
): { readonly direction: Direction; readonly length: number } | undefined => {
  for (const length of [3, 2, 1]) {
    const direction = words.length < length ? undefined : VERBS.get(words.slice(0, length).join(' ').toLowerCase());
    if (direction !== undefined) return { direction, length };
  }
  return undefined;
};

/** A line without its number, box or "Step 1:" and without decoration. */
export const withoutLead = (text: string): string => bareText(text).replace(LEAD, '');

/** True when a line starts with a verb that `verbAt` understands. */
export const startsWithVerb = (text: string): boolean => {
  const words = /^[a-z]+(?: [a-z]+){0,2}/i.exec(withoutLead(text))?.[0].split(' ') ?? [];
  return verbAt(words) !== undefined;
};

/** True when a line starts with an instruction that is not understood ("Rotate …", "Hedge …"). */
export const startsWithOtherVerb = (text: string): boolean => OTHER_FIRST.test(withoutLead(text));

/** True when a line starts with a word that leaves the decision to a person ("If …", "Consider …"). */
export const startsWithCondition = (text: string): boolean => DECISION.test(text);

/** True when any verb of an instruction stands somewhere in a text. */
export const mentionsVerb = (text: string): boolean =>
  asciiWords(text).some((word) => ANY_VERB.has(word) || (word === 'profits' && /\btake profits\b/i.test(text)));

/** False when a text surely names no verb that buys or sells; the search is coarse, and cheap. */
export const mayTrade = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => FIRST_WORDS.has(word));

/** True when a text states a percentage or percentage points. */
export const mentionsPct = (text: string): boolean => /\d\s*(?:%|percent\b|pct\b|pp\b|points?\b|pts\b)/i.test(text);
