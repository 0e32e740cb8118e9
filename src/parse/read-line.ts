import { bareText } from './bare-text.ts';
import { behindLabel } from './behind-label.ts';
import { decline } from './decline.ts';
import type { LineSetting } from './line-setting.ts';
import type { Line } from './outline.ts';
import type { Outcome } from './outcome.ts';
import { readInstruction } from './read-instruction.ts';
import { screenLine } from './screen-line.ts';
import { understand } from './understand.ts';
import { hasUnknownVerb } from './unknown-verb.ts';
import {
  mentionsPct,
  mentionsVerb,
  startsWithCondition,
  startsWithOtherVerb,
  startsWithVerb,
  withoutLead,
} from './verbs.ts';

const PAST =
  /^(?:reduced|trimmed|sold|bought|purchased|added|increased|raised|boosted|exited|eliminated|closed|lowered|decreased|initiated|opened|held|maintained|kept)\b/i;
const STEMS =
  /\b(?:reduc|trim|cut|lower|decreas|sell|sold|increas|rais|boost|add|initiat|buy|bought|exit|eliminat|clos|liquidat|target)|→|\bto\s?[<>~≈]?\s?\d/i;
const TEXT_LANGUAGES = /^(?:te?xt|plain(?:text)?|md|markdown)$/i;

/** At least three texts with bars between them. */
const hasCells = (text: string): boolean => text.split('|').filter((cell) => cell.trim() !== '').length > 2;

/** True when a line looks like an instruction, so that it has to be accounted for. */
export const isCandidate = (text: string): boolean => mentionsVerb(text) || mentionsPct(text);

const isInstructionLike = (text: string, setting: LineSetting): boolean =>
  startsWithVerb(text) ||
  startsWithOtherVerb(text) ||
  (setting.namesSubject(text) && STEMS.test(text)) ||
  (mentionsVerb(text) && startsWithCondition(text));

const isProse = (line: Line, text: string): boolean =>
  line.kind === 'prose' &&
  !startsWithVerb(text) &&
  !startsWithOtherVerb(text) &&
  !(startsWithCondition(text) && mentionsVerb(text));

/** A line that does not start with a verb, and is not understood, is commentary unless it might still mean something. */
const leftOver = (line: Line, text: string, outcome: Outcome, setting: LineSetting): Outcome => {
  if (outcome.kind === 'directive' || startsWithVerb(text)) return outcome;
  const vague =
    outcome.reason === 'subject-unknown' || outcome.reason === 'no-subject' || outcome.reason === 'no-target';
  if (startsWithOtherVerb(text)) return decline('not-understood', setting.text);
  if (!vague && outcome.reason !== 'bare-percent') return outcome;
  if (outcome.reason === 'bare-percent' && readInstruction(text).tail.length === 0) return outcome;
  return isInstructionLike(text, setting) || hasUnknownVerb(line, text, setting)
    ? decline('not-understood', setting.text)
    : decline('commentary', setting.text);
};

/** Why a line is no instruction, whatever it says. */
const aside = (line: Line, text: string, setting: LineSetting): Outcome | undefined => {
  if (line.struck === true) return decline('struck-out', line.text);
  if (line.kind === 'code' && line.language !== undefined && !TEXT_LANGUAGES.test(line.language))
    return decline('code-block', line.text);
  if (PAST.test(text)) return decline('in-the-past', line.text);
  return behindLabel(line, text, setting, readLine);
};

/** Reads one line of an action section. */
export const readLine = (line: Line, setting: LineSetting): Outcome => {
  const text = withoutLead(line.text);
  const screened = screenLine(bareText(line.text));
  // A stop or a limit is an order whatever verb it has, or none: "Stop loss: raise to $84", "Trailing stop: 12%".
  if (screened?.reason === 'order-type' && line.kind !== 'prose') return decline(screened.reason, line.text);
  const own = aside(line, text, setting);
  if (own) return own;
  const outcome = understand(readInstruction(line.text), setting);
  // A row that has lost its table, by a broken line or a quote mark, is no sentence.
  if (line.kind === 'prose' && hasCells(text) && isCandidate(text)) return decline('not-understood', line.text);
  if (isProse(line, text) && (outcome.kind !== 'directive' || screened)) return decline('prose', line.text);
  if (screened) {
    const counts =
      isInstructionLike(text, setting) || outcome.kind === 'directive' || hasUnknownVerb(line, text, setting);
    return counts ? decline(screened.reason, line.text) : decline('commentary', line.text);
  }
  if (outcome.kind === 'directive' && line.ticked === true) return decline('ticked-box', line.text);
  return leftOver(line, text, outcome, setting);
};
