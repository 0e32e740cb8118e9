import { HUNDRED_PCT, SCALE, writeDecimal, type Pct } from '../model/units.ts';
import { decline } from './decline.ts';
import type { Instruction } from './instruction.ts';
import type { Part } from './instruction-tokens.ts';
import type { Declined } from './outcome.ts';
import type { RangeTarget, Setting } from './setting.ts';

const ZERO = 0n as Pct;

/** `46.8%`. */
export const pctText = (value: Pct): string => `${writeDecimal(value, SCALE.pct)}%`;

/** One figure of a range, or undefined when nobody has said which. */
const figure = (part: Part, rangeTarget: RangeTarget | undefined): Pct | undefined => {
  if (part.low === part.high) return part.low;
  if (rangeTarget === undefined) return undefined;
  return rangeTarget === 'low' ? part.low : rangeTarget === 'high' ? part.high : (((part.low + part.high) / 2n) as Pct);
};

/** The weight that a line says its subject has now, when it is one figure. */
export const settledFrom = (line: Instruction): Pct | undefined => {
  if (line.from && line.from.low === line.from.high && !line.from.bound) return line.from.low;
  return line.direction === 'hold' && line.to?.low === line.to?.high ? (line.to ?? line.bare)?.low : undefined;
};

const outOfRange = (part: Part | undefined): boolean =>
  part !== undefined && (part.low < 0n || part.high > HUNDRED_PCT);

/** The target that the figures of a line settle, or why they do not. */
export const targetOf = (line: Instruction, setting: Setting, name: string): Pct | Declined => {
  const { text } = setting;
  if (line.direction === 'exit' && !line.to && !line.by && !line.bare) return ZERO;
  const part = line.to ?? (line.isTarget || setting.targetHeading || line.direction === 'hold' ? line.bare : undefined);
  if (part) {
    if (outOfRange(part) || outOfRange(line.from))
      return decline(
        'target-out-of-range',
        text,
        { target: partText(outOfRange(part) ? part : (line.from ?? part)) },
        name,
      );
    if (part.bound) return decline('inequality', text, {}, name);
    if (part.low > part.high) return decline('numbers-unclear', text, {}, name);
    const target = figure(part, setting.rangeTarget);
    if (target === undefined)
      return decline('range-ambiguous', text, { low: pctText(part.low), high: pctText(part.high) }, name);
    return bySettled(line, target) ? target : decline('numbers-disagree', text, {}, name);
  }
  return targetByChange(line, setting, name);
};

const partText = (part: Part): string =>
  part.low === part.high ? pctText(part.low) : `${pctText(part.low)} to ${pctText(part.high)}`;

/** True when a change that is stated beside "from" and "to" agrees with them, in points or as a part of the start. */
const bySettled = (line: Instruction, target: Pct): boolean => {
  const from = settledFrom(line);
  if (!line.by || from === undefined) return true;
  const moved = from > target ? from - target : target - from;
  return line.by.value === moved || (!line.by.points && line.by.value * from === moved * HUNDRED_PCT);
};

const targetByChange = (line: Instruction, setting: Setting, name: string): Pct | Declined => {
  const { text } = setting;
  const from = settledFrom(line);
  if (line.by?.points === true) {
    if (from === undefined || (line.direction !== 'reduce' && line.direction !== 'increase'))
      return decline('points-without-from', text, {}, name);
    const target = (line.direction === 'reduce' ? from - line.by.value : from + line.by.value) as Pct;
    if (target >= 0n && target <= HUNDRED_PCT) return target;
    return decline('target-out-of-range', text, { target: pctText(target) }, name);
  }
  if (line.by || line.part) return decline('by-percent-ambiguous', text, {}, name);
  if (line.dollarsOnly === true) return decline('dollar-amount', text, {}, name);
  return decline(line.bare ? 'bare-percent' : 'no-target', text, {}, name);
};
