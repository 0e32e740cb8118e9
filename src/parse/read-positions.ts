import type { AccountExport } from '../model/account-export.ts';
import type { Issue, Parsed } from '../model/issue.ts';
import type { Place } from '../model/place.ts';
import { exactOf, toCents, type Exact } from '../model/units.ts';
import { etradePositions } from './brokers/etrade-positions.ts';
import { exportRows } from './export-rows.ts';
import { issueAt } from './issue-at.ts';
import { maskAccounts } from './mask-accounts.ts';
import type { PositionLayout, WrittenExport } from './position-layout.ts';
import { readDate } from './read-date.ts';
import { reconcileExport } from './reconcile-export.ts';
import { takePosition, type TakenRow } from './take-position.ts';
import { closeWeights, type Weighing } from './weighed-position.ts';

/** Every layout of positions that is known. */
export const POSITION_LAYOUTS: readonly PositionLayout[] = [etradePositions];

/** Orders go to one account; an export of several does not say to which. */
const severalAccounts = ({ accounts }: WrittenExport, place: Place): readonly Issue[] => {
  const names = [...new Set(accounts)].map(maskAccounts);
  return names.length > 1 ? [issueAt('several-accounts', 'unusable', place, { accounts: names })] : [];
};

/** What makes the rows of an export of no use before any of them is looked at. */
const unfit = (written: WrittenExport, { total }: Weighing, place: Place): readonly Issue[] => {
  const several = severalAccounts(written, place);
  const weighed = written.rows.filter(({ weight }) => weight !== undefined);
  if (weighed.length === 0) return several;
  const missing = total === undefined ? [issueAt('weights-need-total', 'unusable', place, {})] : [];
  return [...several, ...missing, ...closeWeights(weighed)];
};

const nothing = (taken: readonly TakenRow[], place: Place): readonly Issue[] => {
  const usable = taken.some(({ position }) => position !== undefined);
  const refused = taken.some(({ issues }) => issues.some(({ level }) => level === 'unusable'));
  if (usable || refused) return [];
  const left = taken.filter(({ leftOut }) => leftOut !== undefined).length;
  return [issueAt('positions-without-holding', 'unusable', place, { rows: taken.length, left })];
};

/** What cannot be checked about an export that says neither its cash nor its total. */
const unchecked = (hasCash: boolean, hasTotal: boolean, place: Place): readonly Issue[] => [
  ...(hasCash || hasTotal ? [] : [issueAt('positions-cash-missing', 'approve', place, {})]),
  ...(hasTotal ? [] : [issueAt('positions-total-missing', 'note', place, {})]),
];

const accountOf = (
  layout: PositionLayout,
  written: WrittenExport,
  weighing: Weighing,
  place: Place,
): Parsed<AccountExport> => {
  const taken = written.rows.map((row) => takePosition(row, weighing));
  const positions = taken.flatMap(({ position }) => position ?? []);
  const leftOut = taken.flatMap((row) => row.leftOut ?? []);
  const cashes = taken.flatMap(({ cash }) => cash ?? []);
  const cash = toCents(cashes.reduce((sum, amount) => sum + amount, 0n) as Exact);
  const weighed = written.rows.some(({ weight }) => weight !== undefined);
  const given = weighing.total === undefined || weighed ? [] : [{ value: exactOf(weighing.total), place }];
  const totals = [...taken.flatMap(({ total }) => total ?? []), ...given];
  const values = taken.flatMap(({ value }) => value ?? []);
  const issues = [...taken.flatMap((row) => row.issues), ...nothing(taken, place)];
  const refused = issues.some(({ level }) => level === 'unusable');
  const sums = { values, totals, positions, cash, leftOut };
  const checks = refused
    ? []
    : weighed
      ? [issueAt('shares-from-weights', 'note', place, {})]
      : [...unchecked(cashes.length > 0, totals.length > 0, place), ...reconcileExport(sums)];
  const date = readDate(written.asOf ?? '');
  return {
    value: {
      title: layout.title,
      file: place.file,
      positions,
      cash,
      leftOut,
      ...(date.kind === 'day' ? { asOf: date.day } : {}),
    },
    issues: [...issues, ...checks],
  };
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
  const known = POSITION_LAYOUTS.map(({ title }) => title);
  return { issues: [issueAt('positions-unknown', 'unusable', place, { known })] };
};
