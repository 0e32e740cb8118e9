import type { TickerAim } from '../model/directive.ts';
import { HUNDRED_PCT } from '../model/units.ts';
import { decline } from './decline.ts';
import type { Instruction } from './instruction.ts';
import type { Declined } from './outcome.ts';
import type { Setting } from './setting.ts';
import { pctText, targetOf } from './target-of.ts';

/** How much of a ticker a line asks to trade: a weight, shares, or a part of the position. */
export const aimOf = (line: Instruction, setting: Setting, name: string): TickerAim | Declined => {
  const change =
    line.part ??
    (line.by && !line.by.points && !line.to ? { low: line.by.value, high: line.by.value, bound: false } : undefined);
  if (line.direction === 'hold') return { kind: 'hold' };
  if (line.shares !== undefined) {
    if (line.to || line.bare) return decline('numbers-unclear', setting.text, {}, name);
    if (line.direction !== 'reduce' && line.direction !== 'increase')
      return decline('no-target', setting.text, {}, name);
    return line.shares > 0n
      ? { kind: 'shares', shares: line.shares }
      : decline('target-out-of-range', setting.text, { target: '0 shares' }, name);
  }
  if (change && !line.to) {
    if (change.low !== change.high || change.bound)
      return decline('range-ambiguous', setting.text, { low: pctText(change.low), high: pctText(change.high) }, name);
    if (line.direction === 'increase' && line.part) return decline('by-percent-ambiguous', setting.text, {}, name);
    if (line.direction !== 'reduce' && line.direction !== 'increase')
      return decline('no-target', setting.text, {}, name);
    if (change.low > HUNDRED_PCT && line.direction === 'reduce')
      return decline('target-out-of-range', setting.text, { target: pctText(change.low) }, name);
    return { kind: 'part', part: change.low };
  }
  const target = targetOf(line, setting, name);
  return typeof target === 'bigint' ? { kind: 'weight', target } : target;
};
