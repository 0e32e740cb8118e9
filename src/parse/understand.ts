import type { Direction, Directive, TickerAim } from '../model/directive.ts';
import type { Place } from '../model/place.ts';
import { sectorName } from '../model/sector.ts';
import { HUNDRED_PCT, SCALE, writeDecimal, type Pct } from '../model/units.ts';
import { decline } from './decline.ts';
import type { Instruction } from './instruction.ts';
import type { Part } from './instruction-tokens.ts';
import type { Declined, Outcome } from './outcome.ts';
import { subjectOf, isSubject, type Known, type Subject } from './subject-of.ts';
import { verbAt } from './verbs.ts';

/** Which end of a range ("20–25%") is the target, if the configuration says so. */
export type RangeTarget = 'low' | 'mid' | 'high';

/** Where an instruction stands, and what is known to understand it with. */
export interface Setting {
  readonly text: string;
  readonly place: Place;
  readonly known: Known;
  readonly rangeTarget?: RangeTarget | undefined;
  /** A bare percentage is a target here: the heading or the column says so. */
  readonly targetHeading: boolean;
}

type Found = Exclude<Subject, { readonly kind: 'unknown' | 'several' | 'not-held' }>;

const ZERO = 0n as Pct;
const SIDES: ReadonlySet<Direction> = new Set(['reduce', 'increase', 'exit', 'hold']);
const pctText = (value: Pct): string => `${writeDecimal(value, SCALE.pct)}%`;

/** What people call a subject. */
const nameOf = (subject: Found, known: Known): string =>
  subject.kind === 'cash'
    ? 'Cash'
    : subject.kind === 'sector'
      ? sectorName(subject.sector, known.spelling)
      : subject.ticker;

/** "NVIDIA (NVDA)": the ticker in brackets says what the words in front of it mean. */
const resolve = (line: Instruction, known: Known): Subject => {
  const subject = subjectOf(line.subject, known);
  if (subject.kind !== 'unknown' || line.bracket === undefined) return subject;
  const inside = subjectOf(line.bracket, known);
  return inside.kind === 'ticker' || inside.kind === 'not-held' ? inside : subject;
};

const unresolved = (line: Instruction, subject: Exclude<Subject, Found>, text: string): Declined => {
  if (subject.kind === 'several') return decline('several-subjects', text);
  if (subject.kind === 'not-held') return decline('ticker-not-held', text, { ticker: subject.ticker }, subject.ticker);
  if (line.faultText !== undefined) return decline(line.fault ?? 'not-understood', text, { what: 'a percentage' });
  if (line.subject === '') return decline('no-subject', text);
  return decline('subject-unknown', text, { name: line.subject, suggestion: subject.suggestion }, line.subject);
};

/** One figure of a range, or undefined when nobody has said which. */
const figure = (part: Part, rangeTarget: RangeTarget | undefined): Pct | undefined => {
  if (part.low === part.high) return part.low;
  if (rangeTarget === undefined) return undefined;
  return rangeTarget === 'low' ? part.low : rangeTarget === 'high' ? part.high : (((part.low + part.high) / 2n) as Pct);
};

const settledFrom = (line: Instruction): Pct | undefined => {
  if (line.from && line.from.low === line.from.high && !line.from.bound) return line.from.low;
  return line.direction === 'hold' && line.to?.low === line.to?.high ? (line.to ?? line.bare)?.low : undefined;
};

/** Faults that hold whatever the line is about. */
const faultOf = (line: Instruction, setting: Setting, subject: Found): Declined | undefined => {
  const { text, known } = setting;
  if (line.fault !== undefined)
    return decline(line.fault, text, { figure: line.faultText ?? '', what: 'a percentage' }, nameOf(subject, known));
  const named = (line.bracket ?? '').split(/[\s,/&]+/).filter((word) => word !== '');
  const inTail = line.tail.filter((word) => /^[A-Z]/.test(word) && subjectOf(word, known).kind === 'ticker');
  const own = subject.kind === 'ticker' ? subject.ticker : '';
  const stocks = [...named, ...inTail].filter((word) => subjectOf(word, known).kind === 'ticker' && word !== own);
  const second = line.tail.some(
    (word, at) =>
      SIDES.has(verbAt([word])?.direction ?? 'set') &&
      line.tail.slice(at + 1, at + 4).some((each) => isSubject(each, known)),
  );
  if (second) return decline('several-instructions', text, {}, nameOf(subject, known));
  return stocks.length > 0 ? decline('names-stocks', text, { tickers: stocks }, nameOf(subject, known)) : undefined;
};

const outOfRange = (part: Part | undefined): boolean =>
  part !== undefined && (part.low < 0n || part.high > HUNDRED_PCT);

/** The target that the figures of a line settle, or why they do not. */
const targetOf = (line: Instruction, setting: Setting, name: string): Pct | Declined => {
  const { text } = setting;
  if (line.direction === 'exit' && !line.to && !line.by && !line.bare) return ZERO;
  const part = line.to ?? (line.isTarget || setting.targetHeading ? line.bare : undefined);
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

/** True when the verb says one way and the figures another. */
const contradicts = (direction: Direction, from: Pct | undefined, target: Pct): boolean => {
  if (direction === 'exit') return target !== 0n;
  if (from === undefined) return false;
  if (direction === 'reduce') return target > from;
  if (direction === 'increase') return target < from;
  // A hold that is stated to move by a point or less is a rounded figure; it never trades in any case.
  return direction === 'hold' && (target - from > 1_000_000n || from - target > 1_000_000n);
};

const aimOf = (line: Instruction, setting: Setting, name: string): TickerAim | Declined => {
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

/** What every directive of this line carries, whatever its kind. */
const readOf = (line: Instruction, setting: Setting, id: string) => {
  const from = settledFrom(line);
  return {
    id,
    direction: line.direction ?? ('set' as const),
    place: setting.place,
    text: setting.text,
    ...(from === undefined ? {} : { from: { value: from, place: line.fromPlace ?? setting.place } }),
    ...(line.dollars === undefined
      ? {}
      : { dollars: { value: line.dollars, place: line.dollarsPlace ?? setting.place } }),
  };
};

const contradiction = (line: Instruction, setting: Setting, target: Pct, name: string): Declined | undefined => {
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

const outcomeFor = (line: Instruction, setting: Setting, subject: Found): Directive | Declined => {
  const name = nameOf(subject, setting.known);
  if (subject.kind === 'ticker') {
    const aim = aimOf(line, setting, name);
    if (aim.kind === 'declined') return aim;
    const against =
      aim.kind === 'weight' ? contradiction(line, setting, aim.target, name) : holdAgainst(line, setting, name);
    return (
      against ?? { ...readOf(line, setting, `ticker:${subject.ticker}`), kind: 'ticker', ticker: subject.ticker, aim }
    );
  }
  if (line.shares !== undefined) return decline('shares-of-sector', setting.text, {}, name);
  if (subject.kind === 'cash') {
    const target =
      line.direction === 'exit' ? decline('not-understood', setting.text, {}, name) : targetOf(line, setting, name);
    if (typeof target !== 'bigint') return target;
    const against = line.direction === 'hold' ? undefined : contradiction(line, setting, target, name);
    return against ?? { ...readOf(holdless(line), setting, 'cash'), kind: 'cash', target };
  }
  const base = {
    ...readOf(line, setting, `sector:${subject.sector}`),
    kind: 'sector' as const,
    sector: subject.sector,
  };
  if (line.direction === 'hold') return holdAgainst(line, setting, name) ?? base;
  const target = targetOf(line, setting, name);
  if (typeof target !== 'bigint') return target;
  return contradiction(line, setting, target, name) ?? { ...base, target };
};

/** A target for cash is a floor, whatever the verb: "Maintain Cash at 5%" does not say where it stands. */
const holdless = (line: Instruction): Instruction => ({
  ...line,
  direction: 'set',
});

const holdAgainst = (line: Instruction, setting: Setting, name: string): Declined | undefined =>
  line.direction === 'hold' && line.to && line.to.low === line.to.high
    ? contradiction(line, setting, line.to.low, name)
    : undefined;

/** Decides whether an instruction can be carried out, and as what. */
export const understand = (line: Instruction, setting: Setting): Outcome => {
  const subject = resolve(line, setting.known);
  if (subject.kind === 'unknown' || subject.kind === 'several' || subject.kind === 'not-held')
    return unresolved(line, subject, setting.text);
  const fault = faultOf(line, setting, subject);
  if (fault) return fault;
  const outcome = outcomeFor(line, setting, subject);
  return outcome.kind === 'declined' ? outcome : { kind: 'directive', directive: outcome };
};
