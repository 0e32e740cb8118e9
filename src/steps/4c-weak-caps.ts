import { valueIn, type Capped, type Kept } from './4c-kept.ts';
import type { Push } from './4c-push.ts';
import {
  allOf,
  bySubject,
  moveOf,
  NOTHING,
  plus,
  takenBy,
  takenByAll,
  TOTAL,
  weak,
  type Taken,
  type Weak,
} from './4c-weak.ts';

const CONSTRAINT = { sectors: 'sector_cap', positions: 'position_limit' } as const;

const capsOn = (
  on: Capped,
  { rehearsal: { after }, caps }: Kept,
  pushes: readonly Push[],
  total: Taken,
): readonly Weak[] => {
  const { limits, untouched } = caps[on];
  const touched = [...bySubject(pushes, on)].flatMap(([subject, own]) => {
    const limit = limits.get(subject);
    if (limit === undefined) return [];
    const { num, den } = limit;
    const taken = own.reduce(
      (sum, push) => {
        const done = allOf(push);
        return plus(
          plus(sum, takenBy(push, { cash: 0n, total: num, own: -den }, done)),
          takenBy(push, TOTAL, done),
          -num,
        );
      },
      plus(NOTHING, total, num),
    );
    return weak(CONSTRAINT[on], subject, moveOf(num * after.total - den * valueIn(after, on, subject), taken));
  });
  if (untouched === undefined) return touched;
  return [...touched, ...weak(CONSTRAINT[on], untouched.subject, moveOf(after.total - untouched.need, total))];
};

/** The caps: what is not traded grows heavier when the total falls, what is bought also when it costs more. */
export const weakCaps = (kept: Kept, pushes: readonly Push[]): readonly Weak[] => {
  const total = takenByAll(pushes, TOTAL);
  return [...capsOn('sectors', kept, pushes, total), ...capsOn('positions', kept, pushes, total)];
};
