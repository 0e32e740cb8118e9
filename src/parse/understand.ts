import type { Directive, Direction } from '../model/directive.ts';
import { sectorName } from '../model/sector.ts';
import { aimOf } from './aim-of.ts';
import { contradiction, holdAgainst } from './contradiction.ts';
import { decline } from './decline.ts';
import type { Instruction } from './instruction.ts';
import type { Declined, Outcome } from './outcome.ts';
import type { Setting } from './setting.ts';
import { isNameOf, isSubject, subjectOf, type Known, type Subject } from './subject-of.ts';
import { settledFrom, targetOf } from './target-of.ts';
import { statedLimit } from './stated-limit.ts';
import { verbAt } from './verbs.ts';

type Found = Exclude<Subject, { readonly kind: 'unknown' | 'several' | 'not-held' }>;

const SIDES: ReadonlySet<Direction> = new Set(['reduce', 'increase', 'exit', 'hold']);

/** What people call a subject. */
const nameOf = (subject: Found, known: Known): string =>
  subject.kind === 'cash'
    ? 'Cash'
    : subject.kind === 'sector'
      ? sectorName(subject.sector, known.spelling)
      : subject.ticker;

/** "Newmont (NEM)": the ticker in brackets says what the words in front of it mean, also where they look like a ticker ("NVIDIA"). */
const resolve = (line: Instruction, known: Known): Subject => {
  const subject = subjectOf(line.subject, known);
  if ((subject.kind !== 'unknown' && subject.kind !== 'not-held') || line.bracket === undefined) return subject;
  const inside = subjectOf(line.bracket, known);
  if (subject.kind === 'not-held')
    return inside.kind === 'ticker' && isNameOf(line.subject, inside.ticker, known) ? inside : subject;
  return inside.kind === 'ticker' || inside.kind === 'not-held' ? inside : subject;
};

const unresolved = (line: Instruction, subject: Exclude<Subject, Found>, text: string): Declined => {
  if (subject.kind === 'several') return decline('several-subjects', text);
  if (subject.kind === 'not-held') return decline('ticker-not-held', text, { ticker: subject.ticker }, subject.ticker);
  if (line.faultText !== undefined) return decline(line.fault ?? 'not-understood', text, { what: 'a percentage' });
  if (line.subject === '') return decline('no-subject', text);
  return decline('subject-unknown', text, { name: line.subject, suggestion: subject.suggestion }, line.subject);
};

/** Faults that hold whatever the line is about. */
const faultOf = (line: Instruction, setting: Setting, subject: Found): Declined | undefined => {
  const { text, known } = setting;
  const second = line.tail.some(
    (word, at) =>
      SIDES.has(verbAt([word])?.direction ?? 'set') &&
      line.tail.slice(at + 1, at + 4).some((each) => isSubject(each, known)),
  );
  if (second) return decline('several-instructions', text, {}, nameOf(subject, known));
  if (line.fault !== undefined)
    return decline(line.fault, text, { figure: line.faultText ?? '', what: 'a percentage' }, nameOf(subject, known));
  const named = (line.bracket ?? '').split(/[\s,/&]+/).filter((word) => word !== '');
  const inTail = line.tail.filter((word) => /^[A-Z]/.test(word) && subjectOf(word, known).kind === 'ticker');
  const own = subject.kind === 'ticker' ? subject.ticker : '';
  const stocks = [...named, ...inTail].filter((word) => subjectOf(word, known).kind === 'ticker' && word !== own);
  return stocks.length > 0 ? decline('names-stocks', text, { tickers: stocks }, nameOf(subject, known)) : undefined;
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
    ...(line.dollarsUnread === undefined
      ? {}
      : { dollarsUnread: { value: line.dollarsUnread, place: line.dollarsPlace ?? setting.place } }),
  };
};

const outcomeFor = (line: Instruction, setting: Setting, subject: Found): Directive | Declined => {
  const name = nameOf(subject, setting.known);
  if (subject.kind === 'ticker') {
    const aim = aimOf(line, setting, name);
    if (aim.kind === 'declined') return aim;
    const against =
      aim.kind === 'weight' ? contradiction(line, setting, aim.target, name) : holdAgainst(line, setting, name);
    const limit = statedLimit(setting);
    return (
      against ?? {
        ...readOf(line, setting, `ticker:${subject.ticker}`),
        kind: 'ticker',
        ticker: subject.ticker,
        aim,
        ...(limit === undefined ? {} : { limit }),
      }
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
