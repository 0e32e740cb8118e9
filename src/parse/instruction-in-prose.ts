import type { Directive, Direction } from '../model/directive.ts';
import { bareText } from './bare-text.ts';
import { readInstruction } from './read-instruction.ts';
import { screenLine } from './screen-line.ts';
import type { Setting } from './setting.ts';
import { understand } from './understand.ts';
import { mayTrade, verbAt } from './verbs.ts';

const TRADES: ReadonlySet<Direction | undefined> = new Set(['reduce', 'increase', 'exit']);

/** The part of a sentence from its first verb that buys or sells. */
const fromVerb = (sentence: string): string | undefined => {
  const words = [...sentence.matchAll(/[A-Za-z]+/g)];
  const at = words.findIndex((_, index) =>
    TRADES.has(verbAt(words.slice(index, index + 3).map(([word]) => word))?.direction),
  );
  return at < 0 ? undefined : sentence.slice(words[at]?.index);
};

/**
 * The whole instruction that a sentence of running text carries somewhere inside ("Then exit KGC."): a verb that trades,
 * something that is known, and how far. It is never carried out, but may not be passed over either.
 */
export const instructionInProse = (text: string, setting: Setting): Directive | undefined => {
  if (!mayTrade(text)) return undefined;
  for (const sentence of bareText(text).split(/(?<=[.;!?])\s+/)) {
    const part = fromVerb(sentence);
    if (part === undefined || screenLine(sentence)) continue;
    const outcome = understand(readInstruction(part), setting);
    if (outcome.kind === 'directive' && TRADES.has(outcome.directive.direction)) return outcome.directive;
  }
  return undefined;
};
