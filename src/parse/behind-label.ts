import type { Line } from './outline.ts';
import type { LineSetting } from './line-setting.ts';
import { decline } from './decline.ts';
import type { Outcome } from './outcome.ts';
import {
  mentionsPct,
  mentionsVerb,
  startsWithCondition,
  startsWithOtherVerb,
  startsWithVerb,
  withoutLead,
} from './verbs.ts';

const LABEL =
  /^(?:rationale|reasons?|notes?|why|risks?|expected|results?|impact|timeline|timing|constraints?|net effect|effect|outcome|total|sum|source|context|background|because|priority|confidence|verdict|status|summary|p[/&]l|goal|objective|estimated|proceeds|remaining)\b\s*/i;
const EXPLAINS = /^(?:rationale|reasons?|notes?|why|risks?|total|sum|source|context|background|because|confidence)\b/i;
const AIMS = /^(?:goal|objective)\b/i;
const VAGUE: ReadonlySet<string> = new Set(['subject-unknown', 'no-subject', 'no-target']);

/** More labels than this in one line are not read one behind the other. */
const MOST = 5;

/** What stands behind the label, up to its colon or dash; without one, what stands behind its first word. */
const behind = (text: string, label: string): string => {
  const rest = text.slice(label.length);
  const colon = /^[^:–—]{0,40}?(?::|\s[–—-]\s|^[–—-])\s*/.exec(rest)?.[0];
  return withoutLead(rest.slice(colon?.length ?? 0));
};

/** "Materials at 46.8%" states a weight; a change, or a target under "Goal", asks for one. */
const asks = (outcome: Outcome & { readonly kind: 'directive' }, text: string, label: string): boolean =>
  outcome.directive.direction !== 'set' || /→|\bto\b/i.test(text) || AIMS.test(label);

/**
 * The outcome of a line that starts with a label such as "Goal:" or "Rationale:". A label explains, so nothing behind it is carried
 * out; but a whole instruction behind it is listed as not understood, never taken for commentary.
 */
export const behindLabel = (
  line: Line,
  text: string,
  setting: LineSetting,
  read: (line: Line, setting: LineSetting) => Outcome,
): Outcome | undefined => {
  const label = LABEL.exec(text)?.[0];
  if (label === undefined) return undefined;
  const rest = behind(text, label);
  const explains = EXPLAINS.test(label) && rest.split(' ').length > 5;
  const notUnderstood = decline('not-understood', line.text);
  const commentary = decline('commentary', line.text);
  const labels = (setting.labels ?? 0) + 1;
  if (labels > MOST) return notUnderstood;
  const outcome = read({ ...line, text: rest }, { ...setting, text: rest, aside: explains, labels });
  if (outcome.kind === 'directive') return asks(outcome, rest, label) ? notUnderstood : commentary;
  if (outcome.class === 'not_a_directive') return commentary;
  if (outcome.reason === 'not-understood') return startsWithKnown(rest) || !explains ? notUnderstood : commentary;
  const says = !VAGUE.has(outcome.reason) || setting.namesSubject(rest) || mentionsPct(rest);
  const decides = startsWithCondition(rest) && mentionsVerb(rest) && setting.namesSubject(rest);
  return (startsWithKnown(rest) && says) || decides ? notUnderstood : commentary;
};

const startsWithKnown = (text: string): boolean => startsWithVerb(text) || startsWithOtherVerb(text);
