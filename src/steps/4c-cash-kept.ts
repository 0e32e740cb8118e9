import type { Finding, FindingLevel } from '../model/finding.ts';
import type { Ratio } from '../model/ratio.ts';
import type { Rehearsal } from '../model/rehearsal.ts';

/** The limits on cash. */
export interface CashLimits {
  readonly minimum: Ratio;
  readonly least: bigint;
  readonly buffer: Ratio;
}

/**
 * What an order does to the weight of cash, whatever other tickers cost: a sale raises it (money comes, the invested part shrinks),
 * a purchase lowers it; a sale that brings less than its fee may do either.
 */
type Effect = 'up' | 'down' | 'mixed';

/** How the plan keeps its limits on cash. */
export interface CashKept extends CashLimits {
  /** Whether it ends at the minimum or above. */
  readonly ends: boolean;
  /** Cash after each step at which it is not negative. */
  readonly money: readonly (bigint | undefined)[];
  /** After each step that has to stay at the buffer: cash less the buffer's part of the total, times the buffer's denominator. */
  readonly room: readonly (bigint | undefined)[];
  /** Steps that may stay below the buffer as long as cash weighs no less than before them. */
  readonly rising: ReadonlySet<number>;
  /** Those of them that other prices may turn around. */
  readonly mixed: readonly number[];
  /** An order is kept only because of what a breach before it left over: nothing is known of other prices. */
  readonly tangled: boolean;
}

const effectOf = (cash: bigint, invested: bigint): Effect => {
  if (cash >= 0n && invested <= 0n) return 'up';
  return cash <= 0n && invested >= 0n ? 'down' : 'mixed';
};

const effectsOf = ({ before, steps }: Rehearsal): readonly Effect[] =>
  steps.map(({ cash, total }, index) => {
    const previous = steps[index - 1] ?? before;
    return effectOf(cash - previous.cash, total - cash - (previous.total - previous.cash));
  });

type Duty = 'buffer' | 'rising' | 'none' | 'unknown';

/**
 * What a step that passes has to do at other prices. The floor is the buffer, or the most that cash has weighed while that is
 * less: so a passing step keeps the smaller of its own weight and the buffer from falling. One that lowers the weight, and the
 * last one, must be at the buffer; one that raises it passes by itself, unless a step before it failed.
 */
const dutyOf = (effect: Effect, isLast: boolean, afterBreach: boolean, atBuffer: boolean): Duty => {
  if (effect === 'down' || isLast) return 'buffer';
  if (afterBreach) return atBuffer ? 'buffer' : 'unknown';
  return 'rising';
};

/** Reads from a plan and its findings how cash is kept. */
export const cashKept = (rehearsal: Rehearsal, findings: readonly Finding[], limits: CashLimits): CashKept => {
  const { num, den } = limits.buffer;
  const levels: FindingLevel[] = [];
  let ends = true;
  for (const { constraint, subject, level } of findings) {
    if (constraint === 'cash_throughout') levels[Number(subject) - 1] = level;
    if (constraint === 'cash_minimum') ends = level !== 'approve';
  }
  const rooms = rehearsal.steps.map(({ cash, total }) => den * cash - num * total);
  const firstBreach = levels.findIndex((level) => level !== 'pass');
  const effects = effectsOf(rehearsal);
  const duties = rooms.map((room, step): Duty => {
    if (levels[step] !== 'pass') return 'none';
    const afterBreach = firstBreach >= 0 && firstBreach < step;
    return dutyOf(effects[step] ?? 'mixed', step === rooms.length - 1, afterBreach, room >= 0n);
  });
  const rising = new Set(duties.flatMap((duty, step) => (duty === 'rising' ? [step] : [])));
  return {
    ...limits,
    ends,
    money: rehearsal.steps.map(({ cash }, step) => (levels[step] === 'block' ? undefined : cash)),
    room: rooms.map((room, step) => (duties[step] === 'buffer' ? room : undefined)),
    rising,
    mixed: [...rising].filter((step) => effects[step] === 'mixed'),
    tangled: duties.includes('unknown'),
  };
};
