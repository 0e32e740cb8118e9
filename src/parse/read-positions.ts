import type { AccountExport } from '../model/account-export.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import { comparePlaces, type Place, type Stated } from '../model/place.ts';
import { exactOf, nearestCents, type Exact } from '../model/units.ts';
import { etradePositions } from './brokers/etrade-positions.ts';
import { fidelityPositions } from './brokers/fidelity-positions.ts';
import { ghostfolioHoldings } from './brokers/ghostfolio-holdings.ts';
import { ibPositions } from './brokers/ib-positions.ts';
import { schwabPositions } from './brokers/schwab-positions.ts';
import { vanguardPositions } from './brokers/vanguard-positions.ts';
import { exportRows } from './export-rows.ts';
import { issueAt } from './issue-at.ts';
import { maskAccounts } from './mask-accounts.ts';
import type { PositionLayout, WrittenExport } from './position-layout.ts';
import type { CsvRow } from './read-csv.ts';
import { readDate } from './read-date.ts';
import { tableOf, TRANSACTION_LAYOUTS } from './read-transactions.ts';
import { reconcileExport, type ExportedSums } from './reconcile-export.ts';
import { takePosition, type TakenRow } from './take-position.ts';
import { closeWeights, type Weighing } from './weighed-position.ts';

/** Every layout of positions that is known. */
export const POSITION_LAYOUTS: readonly PositionLayout[] = [
  etradePositions,
  schwabPositions,
  fidelityPositions,
  vanguardPositions,
  ibPositions,
  ghostfolioHoldings,
];

/** A file of trades says what was done, not what is held; Robinhood has nothing else to offer. */
const unknown = (rows: readonly CsvRow[], place: Place): Issue => {
  const trades = TRANSACTION_LAYOUTS.find((layout) => tableOf(layout, rows) !== undefined);
  const none = trades?.broker === 'robinhood';
  return trades === undefined
    ? issueAt('positions-unknown', 'unusable', place, { known: POSITION_LAYOUTS.map(({ title }) => title) })
    : issueAt('positions-not-stated', 'unusable', place, { title: trades.title, none });
};

/** Orders go to one account; an export of several does not say to which. */
const severalAccounts = ({ accounts }: WrittenExport, place: Place): readonly Issue[] => {
  const names = [...new Set(accounts)].map(maskAccounts);
  return names.length > 1 ? [issueAt('several-accounts', 'unusable', place, { accounts: names })] : [];
};

/** What makes the rows of an export of no use before any of them is looked at. */
const unfit = (written: WrittenExport, { total }: Weighing, place: Place): readonly Issue[] => {
  const several = severalAccounts(written, place);
  if (!isWeighed(written)) return several;
  const missing = total === undefined ? [issueAt('weights-need-total', 'unusable', place, {})] : [];
  return [...several, ...missing, ...closeWeights(written.rows)];
};

const isRefused = (issues: readonly Issue[]): boolean => issues.some(({ level }) => level === 'unusable');

const nothing = (taken: readonly TakenRow[], place: Place): readonly Issue[] => {
  const usable = taken.some(({ position }) => position !== undefined);
  if (usable || taken.some(({ issues }) => isRefused(issues))) return [];
  const left = taken.filter(({ leftOut }) => leftOut !== undefined).length;
  return [issueAt('positions-without-holding', 'unusable', place, { rows: taken.length, left })];
};

/** What cannot be checked about an export that does not state its total. */
const unchecked = (hasCash: boolean, place: Place): Issue =>
  hasCash
    ? issueAt('positions-total-missing', 'note', place, {})
    : issueAt('positions-cash-missing', 'approve', place, {});

/** What the rows of an export come to. */
interface Sums extends ExportedSums {
  readonly stated: boolean;
}

const sumsOf = (taken: readonly TakenRow[], given: readonly Stated<Exact>[]): Sums => {
  const cashes = taken.flatMap(({ cash }) => cash ?? []);
  return {
    values: taken.flatMap(({ value }) => value ?? []),
    totals: [...taken.flatMap(({ total }) => total ?? []), ...given],
    positions: taken.flatMap(({ position }) => position ?? []),
    cash: nearestCents(cashes.reduce((sum, amount) => sum + amount, 0n) as Exact),
    stated: cashes.length > 0,
    leftOut: taken.flatMap((row) => row.leftOut ?? []).sort((a, b) => comparePlaces(a.place, b.place)),
  };
};

const isWeighed = ({ rows }: WrittenExport): boolean => rows.some(({ weight }) => weight !== undefined);

const checks = (written: WrittenExport, sums: Sums, place: Place): readonly Issue[] => {
  if (isWeighed(written)) return [issueAt('shares-from-weights', 'note', place, {})];
  return sums.totals.length === 0 ? [unchecked(sums.stated, place)] : reconcileExport(sums);
};

const accountOf = (
  layout: PositionLayout,
  written: WrittenExport,
  weighing: Weighing,
  place: Place,
): Parsed<AccountExport> => {
  const { total } = weighing;
  const taken = written.rows.map((row) => takePosition(row, weighing));
  const given = total === undefined || isWeighed(written) ? [] : [{ value: exactOf(total), place }];
  const sums = sumsOf(taken, given);
  const before = [...taken.flatMap((row) => row.issues), ...nothing(taken, place)];
  const issues = isRefused(before) ? before : [...before, ...checks(written, sums, place)];
  if (isRefused(issues)) return { issues };
  const date = readDate(written.asOf ?? '');
  const { positions, cash, leftOut } = sums;
  const value = { title: layout.title, file: place.file, positions, cash, leftOut };
  return { value: date.kind === 'day' ? { ...value, asOf: date.day } : value, issues };
};

/**
 * Reads a broker's export of positions; its layout is told by the names in its header. Values, cash and what is left out
 * must add up to the stated total. Where there is an unusable issue nothing should be made of the file.
 */
export const readPositions = (text: string, file: string, weighing: Weighing): Parsed<AccountExport> => {
  const place: Place = { file, line: 1, column: 1 };
  const { value: rows, issues } = exportRows(text, file);
  if (rows === undefined) return { issues };
  for (const layout of POSITION_LAYOUTS) {
    const written = layout.read(rows);
    if (written === undefined) continue;
    const refused = unfit(written, weighing, place);
    return refused.length > 0 ? { issues: refused } : accountOf(layout, written, weighing, place);
  }
  return { issues: [unknown(rows, place)] };
};
