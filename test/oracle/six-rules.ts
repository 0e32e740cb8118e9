import { decimal, grains, type Grains } from './decimal.ts';
import type { PlainAccount, PlainLimits, PlainTrade } from './plain-account.ts';
import { momentAfter, type Moment } from './replay.ts';

export type Level = 'pass' | 'note' | 'approve' | 'block';

/** One rule about one subject. */
export interface Ruling {
  readonly rule: string;
  readonly subject: string;
  readonly level: Level;
}

/** Everything that the rules look at: the account before, after each order, and after the last. */
export interface Course {
  readonly account: PlainAccount;
  readonly trades: readonly PlainTrade[];
  readonly limits: PlainLimits;
  readonly before: Moment;
  readonly after: Moment;
}

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** A part of a whole; nothing (or a debt) has no parts. */
const part = (amount: Grains, whole: Grains): Fraction =>
  whole > 0n ? { top: amount, bottom: whole } : { top: 0n, bottom: 1n };

const percent = (text: string): Fraction => {
  const { digits, places } = decimal(text);
  return { top: digits, bottom: 100n * 10n ** BigInt(places) };
};

const above = (a: Fraction, b: Fraction): boolean => a.top * b.bottom > b.top * a.bottom;

const sumWhere = (moment: Moment, wanted: (line: Moment['lines'][number]) => boolean): Grains => {
  let sum = 0n;
  for (const line of moment.lines) if (wanted(line)) sum += line.value;
  return sum;
};

const sectorsOf = ({ before, after }: Course): readonly string[] => [
  ...new Set([...before.lines, ...after.lines].map(({ sector }) => sector)),
];

const sectorCap = (course: Course): readonly Ruling[] =>
  sectorsOf(course).map((sector) => {
    const is = part(
      sumWhere(course.after, (line) => line.sector === sector),
      course.after.total,
    );
    const cap = percent(course.limits.sectorCaps[sector] ?? course.limits.sectorCap);
    return { rule: 'sector_cap', subject: sector, level: above(is, cap) ? 'approve' : 'pass' };
  });

const positionLimit = ({ before, after, limits }: Course): readonly Ruling[] =>
  [...new Set([...before.lines, ...after.lines].map(({ ticker }) => ticker))].map((ticker) => {
    const is = part(
      sumWhere(after, (line) => line.ticker === ticker),
      after.total,
    );
    return {
      rule: 'position_limit',
      subject: ticker,
      level: above(is, percent(limits.positionLimit)) ? 'approve' : 'pass',
    };
  });

const cashMinimum = ({ after, limits }: Course): readonly Ruling[] => {
  const is = part(after.cash, after.total);
  const short = above(percent(limits.cashMinimum), is) || after.cash < grains(limits.cashMinimumUsd);
  const low = above(percent(limits.cashWarning), is);
  return [{ rule: 'cash_minimum', subject: 'Cash', level: short ? 'approve' : low ? 'note' : 'pass' }];
};

/** A rise of a sector, and the most that it may be, over the common denominator of the two totals. */
const sectorIncrease = (course: Course): readonly Ruling[] =>
  sectorsOf(course).map((sector) => {
    const inSector = (line: Moment['lines'][number]): boolean => line.sector === sector;
    const was = part(sumWhere(course.before, inSector), course.before.total);
    const is = part(sumWhere(course.after, inSector), course.after.total);
    const rise = is.top * was.bottom - was.top * is.bottom;
    const { top, bottom } = percent(course.limits.sectorIncrease);
    const base = course.limits.sectorIncreaseMeasure === 'points' ? was.bottom * is.bottom : was.top * is.bottom;
    const tooMuch = rise > 0n && rise * bottom > top * base;
    return { rule: 'sector_increase', subject: sector, level: tooMuch ? 'approve' : 'pass' };
  });

/**
 * Never negative, and never below the buffer. An account that starts below the buffer may rise to it on the way, but
 * not fall back from what it had reached, and must end at the buffer or above.
 */
const cashThroughout = ({ account, trades, limits, before }: Course): readonly Ruling[] => {
  const buffer = percent(limits.cashThroughout);
  const moments = [before, ...trades.map((_, index) => momentAfter(account, trades.slice(0, index + 1)))];
  const weights = moments.map(({ cash, total }) => part(cash, total));
  return moments.slice(1).map((moment, index) => {
    const is = part(moment.cash, moment.total);
    const isLast = index === trades.length - 1;
    const belowBuffer = above(buffer, is);
    const fellBack = weights.slice(0, index + 1).some((earlier) => above(earlier, is));
    const low = belowBuffer && (isLast || fellBack);
    const level = moment.cash < 0n ? 'block' : low ? 'approve' : 'pass';
    return { rule: 'cash_throughout', subject: String(index + 1), level };
  });
};

const restrictions = ({ account, trades, limits, after }: Course): readonly Ruling[] =>
  account.restrictions.map(({ ticker, scope, until }) => {
    const inForce = until === undefined || until >= limits.day;
    const side = scope === 'buy' ? ['BUY'] : scope === 'sell' ? ['SELL'] : ['BUY', 'SELL'];
    const traded = inForce && trades.some((trade) => trade.ticker === ticker && side.includes(trade.side));
    const held = inForce && after.lines.some((line) => line.ticker === ticker);
    return { rule: 'restrictions', subject: ticker, level: traded ? 'block' : held ? 'note' : 'pass' };
  });

/** The six rules as the contract states them. */
export const rulings = (course: Course): readonly Ruling[] =>
  [sectorCap, cashMinimum, positionLimit, sectorIncrease, cashThroughout, restrictions].flatMap((rule) => rule(course));
