import type { Direction } from '../model/directive.ts';
import type { Pct } from '../model/units.ts';
import { decline } from './decline.ts';
import type { Instruction } from './instruction.ts';
import type { Declined } from './outcome.ts';
import type { Setting } from './setting.ts';
import { pctText } from './target-of.ts';

/** True when the verb says one way and the figures another. */
const contradicts = (direction: Direction, from: Pct | undefined, target: Pct): boolean => {
  if (direction === 'exit') return target !== 0n;
  if (from === undefined) return false;
  if (direction === 'reduce') return target > from;
  if (direction === 'increase') return target < from;
  // A hold that is stated to move by a point or less is a rounded figure; it never trades in any case.
  return direction === 'hold' && (target - from > 1_000_000n || from - target > 1_000_000n);
};

/** The refusal of a line whose verb says one way and whose figures say another. */
export const contradiction = (line: Instruction, setting: Setting, target: Pct, name: string): Declined | undefined => {
  const from = line.from && line.from.low === line.from.high ? line.from.low : undefined;
  const direction = line.direction ?? 'set';
  if (!contradicts(direction, from, target)) return undefined;
  return decline(
    'verb-contradicts',
    setting.text,
    { from: from === undefined ? '' : pctText(from), target: pctText(target) },
    name,
  );
};

/** The same for a hold, which may state figures without having a target. */
export const holdAgainst = (line: Instruction, setting: Setting, name: string): Declined | undefined =>
  line.direction === 'hold' && line.to && line.to.low === line.to.high
    ? contradiction(line, setting, line.to.low, name)
    : undefined;
