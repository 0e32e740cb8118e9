import type { ExportedPosition, LeftOutKind, LeftOutPosition } from '../model/account-export.ts';
import { dollarText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import { tickerOf } from '../model/ticker.ts';
import { exactWorth, nearestCents, type Exact } from '../model/units.ts';
import { exportedPosition } from './exported-position.ts';
import { issueAt } from './issue-at.ts';
import { leftOutKind } from './left-out-kind.ts';
import { maskAccounts } from './mask-accounts.ts';
import { readExact } from './numbers.ts';
import type { WrittenPosition } from './position-layout.ts';
import { weighedPosition, weighedValue, type Weighing } from './weighed-position.ts';

/** What one row of an export comes to: one of these, or issues that say why not. */
export interface TakenRow {
  readonly position?: ExportedPosition;
  readonly leftOut?: LeftOutPosition;
  readonly cash?: Exact;
  readonly total?: Stated<Exact>;
  /** What the row adds to the account, as stated. */
  readonly value?: Exact;
  readonly issues: readonly Issue[];
}

/** How much of a text a message repeats. */
const SHOWN = 100;

const shown = (text: string): string => maskAccounts(text).slice(0, SHOWN);

const leftOut = (row: WrittenPosition, why: LeftOutKind): TakenRow => {
  const reading = readExact(row.value);
  const known = reading.kind === 'value' ? { value: reading.value } : {};
  const what = shown(row.name === '' || row.name === row.symbol ? row.symbol : `${row.symbol} ${row.name}`.trim());
  const value = reading.kind === 'value' ? dollarText(nearestCents(reading.value)) : '';
  const level = why === 'zero' ? 'note' : 'approve';
  return {
    leftOut: { what, why, place: row.place, ...known },
    ...known,
    issues: [issueAt('position-left-out', level, row.place, { what, value, [why]: true })],
  };
};

const amount = (row: WrittenPosition, what: string): TakenRow => {
  const reading = readExact(row.value);
  if (reading.kind === 'absent') return { issues: [] };
  if (reading.kind === 'refused')
    return { issues: [issueAt(reading.code, 'unusable', row.place, { text: shown(row.value), what })] };
  return row.kind === 'total'
    ? { total: { value: reading.value, place: row.place }, issues: [] }
    : { cash: reading.value, value: reading.value, issues: [] };
};

const holding = (given: WrittenPosition, { total, prices }: Weighing): TakenRow => {
  const ticker = tickerOf(given.symbol);
  if (ticker === undefined) throw new Error('A row without a ticker is left out before.');
  const weighed =
    given.weight === undefined || total === undefined
      ? { value: given, issues: [] }
      : weighedPosition(given, ticker, total, prices);
  if (weighed.value === undefined) return { issues: weighed.issues };
  const { value: position, issues } = exportedPosition(weighed.value, ticker);
  if (position === undefined) return { issues };
  const stated = readExact(weighed.value.value);
  const value = stated.kind === 'value' ? stated.value : exactWorth(position.price, position.shares);
  return { position, value, issues };
};

/** Another currency than the dollar, unless there is nothing of it. */
const foreign = ({ currency = 'USD', value, place, symbol }: WrittenPosition): readonly Issue[] => {
  const reading = readExact(value);
  if (currency === 'USD' || (reading.kind === 'value' && reading.value === 0n)) return [];
  const text = `${symbol} ${value} ${currency}`.trim();
  return [issueAt('foreign-currency', 'unusable', place, { text: shown(text), what: 'a value in dollars' })];
};

/** Takes one row of an export for what it is: a holding, cash, the stated total, or something that is left out. */
export const takePosition = (given: WrittenPosition, weighing: Weighing): TakenRow => {
  const other = foreign(given);
  if (other.length > 0) return { issues: other };
  const row =
    given.weight === undefined || weighing.total === undefined
      ? { value: given, issues: [] }
      : weighedValue(given, weighing.total);
  if (row.value === undefined) return { issues: row.issues };
  if (row.value.kind !== 'position') return amount(row.value, 'an amount in dollars');
  const why = leftOutKind(row.value);
  return why === undefined ? holding(row.value, weighing) : leftOut(row.value, why);
};
