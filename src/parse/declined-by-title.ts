import type { Section } from './outline.ts';

const CONDITION =
  /^(?:if|when|once|unless|should|in case|in the event)\b|\b(?:alternatives?|scenarios?|contingen(?:cy|t)|conditional|optional|what[- ]if|(?:worst|best|bull(?:ish)?|bear(?:ish)?)[- ]case)\b/i;
const NEGATED =
  /\b(?:not|never|don['’]?t|avoid|reject(?:ed|ions?)?|declined|cancel(?:led|ed)?|withdrawn|postponed|deferred|superseded by|considered|obsolete)\b/i;
const PAST =
  /\b(?:(?<!be )(?:executed|completed|carried out)|already (?:done|placed))\b|^(?:previous|past|prior|last (?:week|month|quarter|year)['’]?s?) (?:actions?|trades?|orders?|recommendations?|plans?|targets?)\b/i;

const headingsOf = (section: Section): readonly string[] => {
  const titles: string[] = [];
  for (let at: Section | undefined = section; at && at.depth > 1; at = at.parent) titles.push(at.title);
  return titles;
};

/**
 * Why nothing that stands under a heading is carried out, whatever its lines say: "If gold falls", "Alternative scenario", "Not recommended",
 * "Executed trades". The title of the document does not count.
 */
export const declinedByTitle = (section: Section): 'condition' | 'negated' | 'in-the-past' | undefined => {
  const titles = headingsOf(section).map((title) => title.replace(/^[\d.\s]+/, ''));
  const named = (shape: RegExp): boolean => titles.some((title) => shape.test(title));
  if (named(CONDITION)) return 'condition';
  if (named(NEGATED)) return 'negated';
  return named(PAST) ? 'in-the-past' : undefined;
};
