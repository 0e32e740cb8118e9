import { firstRoot } from '../model/first-root.ts';
import type { Ratio } from '../model/ratio.ts';
import {
  amountAt,
  amountOf,
  blend,
  lineOf,
  mix,
  product,
  reachOf,
  type Amount,
  type Move,
  type Moved,
} from './4c-amount.ts';
import { mostBesides } from './4c-foremost.ts';
import { valueIn, type Capped, type Kept } from './4c-kept.ts';
import type { LeastIn } from './4c-least.ts';
import { endOf, momentOf, type Moment, type Mover } from './4c-mover.ts';

/** One thing that the plan keeps, as the price of one ticker moves it. */
export interface Margin {
  /** Whether it is kept where the ticker's parts are worth this, exactly. */
  readonly kept: (worths: readonly bigint[]) => boolean;
  /** How far the price may surely move on without breaching it; undefined: as far as it likes. */
  readonly reach: (move: Move) => bigint | undefined;
}

/** What is shared by all tickers: what the plan keeps, and its least room on cash between two steps. */
export interface Ground extends Kept {
  readonly leastMoney: LeastIn;
  readonly leastRoom: LeastIn;
}

/** An amount that must not become negative. */
const stays = (amount: Amount, moved: Moved): Margin => ({
  kept: (worths) => amountAt(amount, worths) >= 0n,
  reach: (move) => reachOf(amount, moved, move),
});

/** One of several things is enough. */
const either = (kept: Margin['kept'], reaches: (move: Move) => readonly (bigint | undefined)[]): Margin => ({
  kept,
  reach: (move) =>
    reaches(move).reduce((far, one) => (far === undefined || one === undefined ? undefined : far > one ? far : one)),
});

/** The caps on one kind of subject: the ticker's own, and the total that all others need. */
const capMargins = (on: Capped, own: string, { total, own: worthOf }: Moment, ground: Ground, mover: Mover) => {
  const { limits, needs } = ground.caps[on];
  const margins: Margin[] = [];
  const most = mostBesides(needs, own);
  if (most !== undefined) margins.push(stays({ ...total, fixed: total.fixed - most }, mover));
  const limit = limits.get(own);
  if (limit === undefined) return margins;
  const value = worthOf(valueIn(ground.rehearsal.after, on, own));
  return [...margins, stays(mix(limit.num, total, -limit.den, value), mover)];
};

/** The buffer's denominator times cash, less its part of the total. */
const roomOf = ({ cash, total }: Moment, { num, den }: Ratio): Amount => mix(den, cash, -num, total);

const endMargins = (end: Moment, { cash: { ends, minimum, least } }: Ground, mover: Mover): readonly Margin[] =>
  ends ? [stays(roomOf(end, minimum), mover), stays({ ...end.cash, fixed: end.cash.fixed - least }, mover)] : [];

/** Cash on the way, between two orders of the ticker: never negative, and at the buffer where it has to be. */
const stageMargins = (from: number, to: number, ground: Ground, mover: Mover): readonly Margin[] => {
  const money = ground.leastMoney(from, to);
  const room = ground.leastRoom(from, to);
  if (money === undefined && room === undefined) return [];
  const moment = momentOf(mover, ground.rehearsal, from + 1);
  const margin = (least: bigint | undefined, { times }: Amount): readonly Margin[] =>
    least === undefined ? [] : [stays(amountOf(least, times, mover.worths), mover)];
  return [...margin(money, moment.cash), ...margin(room, roomOf(moment, ground.cash.buffer))];
};

/**
 * A step that may leave cash below the buffer if its weight c/t does not fall: (c + d)/(t − f) ≥ c/t is d·t + f·c ≥ 0, where
 * the step changes cash by d and takes f from the total.
 */
const risingMargin = (step: number, ground: Ground, mover: Mover): Margin => {
  const [before, after] = [momentOf(mover, ground.rehearsal, step), momentOf(mover, ground.rehearsal, step + 1)];
  const room = roomOf(after, ground.cash.buffer);
  const gain = mix(1n, after.cash, -1n, before.cash);
  const loss = mix(1n, before.total, -1n, after.total);
  const curve = (move: Move) =>
    blend(
      1n,
      product(lineOf(gain, mover, move, -1n), lineOf(before.total, mover, move, 1n)),
      1n,
      product(lineOf(loss, mover, move, -1n), lineOf(before.cash, mover, move, -1n)),
    );
  return either(
    (worths) =>
      amountAt(room, worths) >= 0n ||
      amountAt(gain, worths) * amountAt(before.total, worths) +
        amountAt(loss, worths) * amountAt(before.cash, worths) >=
        0n,
    (move) => [reachOf(room, mover, move), reachOf(gain, mover, move), firstRoot(curve(move))],
  );
};

/** Its own sales, whose proceeds may fall below the fee, and the steps at which one does so anyway. */
const risingMargins = (ground: Ground, mover: Mover): readonly Margin[] => {
  const { rising, mixed } = ground.cash;
  const own = mover.orders.map(({ step }) => step).filter((step) => rising.has(step));
  return [...new Set([...own, ...mixed])].map((step) => risingMargin(step, ground, mover));
};

/** The rise of the ticker's own sector. */
const ownRise = (start: Moment, end: Moment, ground: Ground, mover: Mover): Margin => {
  const { before, after } = ground.rehearsal;
  const { points, kept, den } = ground.rises.rise;
  const was = start.own(valueIn(before, 'sectors', mover.sector));
  const is = end.own(valueIn(after, 'sectors', mover.sector));
  const curve = (move: Move) => {
    const low = (amount: Amount) => lineOf(amount, mover, move, -1n);
    const high = (amount: Amount) => lineOf(amount, mover, move, 1n);
    const room = blend(points, product(low(start.total), low(end.total)), kept, product(low(was), low(end.total)));
    return blend(1n, room, -den, product(high(is), high(start.total)));
  };
  return {
    kept: (worths) => {
      const [b, a] = [amountAt(was, worths), amountAt(is, worths)];
      const [from, to] = [amountAt(start.total, worths), amountAt(end.total, worths)];
      return points * from * to + kept * b * to - den * a * from >= 0n;
    },
    reach: (move) => firstRoot(curve(move)),
  };
};

/** The rises of all other sectors: the total that they need, by what is lost to fees and rounding. */
const otherRises = (start: Moment, end: Moment, ground: Ground, mover: Mover): readonly Margin[] => {
  const { needs, lost, brittle } = ground.rises;
  const [exactly, more] = needs.map((one) => mostBesides(one, mover.sector));
  if (mover.parts[0] === 0n || (exactly === undefined && !brittle)) return [];
  const total = start.total;
  const gone = mix(1n, total, -1n, end.total, -lost);
  return [
    {
      kept: (worths) => {
        const beyond = amountAt(gone, worths);
        if (beyond > 1n || (beyond === 1n && brittle)) return false;
        const need = beyond <= 0n ? exactly : more;
        return need === undefined || amountAt(total, worths) >= need;
      },
      reach: (move) => (brittle ? 0n : reachOf({ ...total, fixed: total.fixed - (more ?? 0n) }, mover, move)),
    },
  ];
};

const riseMargins = (start: Moment, end: Moment, ground: Ground, mover: Mover): readonly Margin[] => [
  ...(ground.rises.sectors.has(mover.sector) ? [ownRise(start, end, ground, mover)] : []),
  ...otherRises(start, end, ground, mover),
];

/** Everything that the price of a ticker may breach. */
export const marginsOf = (ground: Ground, mover: Mover): readonly Margin[] => {
  const { rehearsal } = ground;
  const count = rehearsal.steps.length;
  const [start, end] = [momentOf(mover, rehearsal, 0), endOf(mover, rehearsal)];
  const bounds = [0, ...mover.orders.map(({ step }) => step), count];
  return [
    ...capMargins('sectors', mover.sector, end, ground, mover),
    ...capMargins('positions', mover.ticker, end, ground, mover),
    ...endMargins(end, ground, mover),
    ...bounds.slice(1).flatMap((to, stage) => stageMargins(bounds[stage] ?? 0, to, ground, mover)),
    ...risingMargins(ground, mover),
    ...riseMargins(start, end, ground, mover),
  ];
};
