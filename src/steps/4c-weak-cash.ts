import type { Ratio } from '../model/ratio.ts';
import type { Kept } from './4c-kept.ts';
import type { Counts, Push } from './4c-push.ts';
import { MONEY, moveOf, plus, takenBy, takenByAll, weak, type Taken, type Weak } from './4c-weak.ts';

/** The buffer's denominator times cash, less its part of the total. */
const roomCounts = ({ num, den }: Ratio): Counts => ({ cash: den, total: -num, own: 0n });

const atTheEnd = (
  { cash: { ends, minimum, least }, rehearsal: { after } }: Kept,
  pushes: readonly Push[],
): readonly Weak[] => {
  if (!ends) return [];
  const { num, den } = minimum;
  const share = moveOf(den * after.cash - num * after.total, takenByAll(pushes, roomCounts(minimum)));
  const money = moveOf(after.cash - least, takenByAll(pushes, MONEY));
  return [...weak('cash_minimum', 'Cash', share), ...weak('cash_minimum', 'Cash', money)];
};

const atStart = (): number => 0;

/** Which ticker each step trades, and how many of its orders are done before it. */
const stepsOf = (pushes: readonly Push[]): readonly { readonly push: Push; readonly done: number }[] => {
  const steps: { readonly push: Push; readonly done: number }[] = [];
  for (const push of pushes) push.mover.orders.forEach(({ step }, done) => (steps[step] = { push, done }));
  return steps;
};

/**
 * A sale below the buffer may fall in price until it brings no more than its fee, or until cash is below the buffer,
 * whichever is farther. Nothing else turns it around.
 */
const rising = (kept: Kept, step: number, { down }: Push, buffered: bigint | undefined): readonly Weak[] => {
  const {
    rehearsal: { before, steps },
    cash,
  } = kept;
  const turnsAnyway = cash.mixed.includes(step);
  const [from, to] = [steps[step - 1] ?? before, steps[step]];
  if (to === undefined || (!down && !turnsAnyway)) return [];
  const gain = moveOf(to.cash - from.cash, { loss: to.trade.price * to.trade.shares, rough: 1n });
  if (buffered === undefined || gain === undefined) return [];
  return weak('cash_throughout', String(step + 1), buffered > gain ? buffered : gain);
};

const onTheWay = (kept: Kept, pushes: readonly Push[]): readonly Weak[] => {
  const { rehearsal, cash } = kept;
  const { num, den } = cash.buffer;
  const counts = roomCounts(cash.buffer);
  let share: Taken = takenByAll(pushes, counts, atStart);
  let money: Taken = takenByAll(pushes, MONEY, atStart);
  return stepsOf(pushes).flatMap(({ push, done }, step) => {
    const exchange = (taken: Taken, of: Counts): Taken =>
      plus(plus(taken, takenBy(push, of, done + 1)), takenBy(push, of, done), -1n);
    [share, money] = [exchange(share, counts), exchange(money, MONEY)];
    const { cash: left, total } = rehearsal.steps[step] ?? rehearsal.before;
    const [room, positive, subject] = [cash.room[step], cash.money[step], String(step + 1)];
    return [
      ...(room === undefined ? [] : weak('cash_throughout', subject, moveOf(room, share))),
      ...(positive === undefined ? [] : weak('cash_throughout', subject, moveOf(positive, money))),
      ...(cash.rising.has(step) ? rising(kept, step, push, moveOf(den * left - num * total, share)) : []),
    ];
  });
};

/** Cash: what is sold for less and bought for more is missing, after each order and at the end. */
export const weakCash = (kept: Kept, pushes: readonly Push[]): readonly Weak[] => [
  ...onTheWay(kept, pushes),
  ...atTheEnd(kept, pushes),
];
