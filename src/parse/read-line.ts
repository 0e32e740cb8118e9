import { bareText } from './bare-text.ts';
import { decline } from './decline.ts';
import type { Line } from './outline.ts';
import type { Outcome } from './outcome.ts';
import { readInstruction } from './read-instruction.ts';
import { screenLine } from './screen-line.ts';
import type { Setting } from './setting.ts';
import { understand } from './understand.ts';
import { mentionsPct, mentionsVerb, startsWithOtherVerb, startsWithVerb, withoutLead } from './verbs.ts';

/** What a line is read with, beside the line itself. */
export interface LineSetting extends Setting {
  readonly namesSubject: (text: string) => boolean;
}

const PAST =
  /^(?:reduced|trimmed|sold|bought|purchased|added|increased|raised|boosted|exited|eliminated|closed|lowered|decreased|initiated|opened|held|maintained|kept)\b/i;
const LABEL =
  /^(?:rationale|reasons?|notes?|why|risks?|expected|results?|impact|timeline|timing|constraints?|net effect|effect|outcome|total|sum|source|context|background|because|priority|confidence|verdict|status|summary|goal|objective|estimated|proceeds|remaining)\b/i;
const STEMS =
  /\b(?:reduc|trim|cut|lower|decreas|sell|sold|increas|rais|boost|add|initiat|buy|bought|exit|eliminat|clos|liquidat|target)|→|\bto\s?[<>~≈]?\s?\d/i;
const DECISION =
  /^(?:if|unless|otherwise|else|when|once|should|consider|optional(?:ly)?|maybe|perhaps|potentially|possibly|may|might|could)\b/i;
const TEXT_LANGUAGES = /^(?:te?xt|plain(?:text)?|md|markdown)$/i;

/** True when a line looks like an instruction, so that it has to be accounted for. */
export const isCandidate = (text: string): boolean => mentionsVerb(text) || mentionsPct(text);

const isInstructionLike = (text: string, setting: LineSetting): boolean =>
  startsWithVerb(text) ||
  startsWithOtherVerb(text) ||
  (setting.namesSubject(text) && STEMS.test(text)) ||
  (mentionsVerb(text) && DECISION.test(text));

const isProse = (line: Line, text: string): boolean =>
  line.kind === 'prose' &&
  !startsWithVerb(text) &&
  !startsWithOtherVerb(text) &&
  !(DECISION.test(text) && mentionsVerb(text));

/** A line that does not start with a verb, and is not understood, is commentary unless it might still mean something. */
const leftOver = (text: string, outcome: Outcome, setting: LineSetting): Outcome => {
  if (outcome.kind === 'directive' || startsWithVerb(text)) return outcome;
  const vague =
    outcome.reason === 'subject-unknown' || outcome.reason === 'no-subject' || outcome.reason === 'no-target';
  if (startsWithOtherVerb(text)) return decline('not-understood', setting.text);
  if (!vague && outcome.reason !== 'bare-percent') return outcome;
  if (outcome.reason === 'bare-percent' && readInstruction(text).tail.length === 0) return outcome;
  return isInstructionLike(text, setting)
    ? decline('not-understood', setting.text)
    : decline('commentary', setting.text);
};

/** Why a line is no instruction, whatever it says. */
const aside = (line: Line, text: string): Outcome | undefined => {
  if (line.struck === true) return decline('struck-out', line.text);
  if (line.kind === 'code' && line.language !== undefined && !TEXT_LANGUAGES.test(line.language))
    return decline('code-block', line.text);
  if (PAST.test(text)) return decline('in-the-past', line.text);
  return LABEL.test(text) ? decline('commentary', line.text) : undefined;
};

/** Reads one line of an action section. */
export const readLine = (line: Line, setting: LineSetting): Outcome => {
  const text = withoutLead(line.text);
  const own = aside(line, text);
  if (own) return own;
  const outcome = understand(readInstruction(line.text), setting);
  const screened = screenLine(bareText(line.text));
  if (isProse(line, text) && (outcome.kind !== 'directive' || screened)) return decline('prose', line.text);
  if (screened) {
    return isInstructionLike(text, setting) || outcome.kind === 'directive'
      ? decline(screened.reason, line.text)
      : decline('commentary', line.text);
  }
  if (outcome.kind === 'directive' && line.ticked === true) return decline('ticked-box', line.text);
  return leftOver(text, outcome, setting);
};
