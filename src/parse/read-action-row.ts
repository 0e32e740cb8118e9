import { bareText } from './bare-text.ts';
import type { Columns } from './columns-of.ts';
import { decline } from './decline.ts';
import type { Outcome } from './outcome.ts';
import type { TableRow } from './outline.ts';
import type { LineSetting } from './line-setting.ts';
import { readLine } from './read-line.ts';
import { readTargetRow } from './read-target-row.ts';
import { screenLine } from './screen-line.ts';
import type { TargetRole } from './target-columns.ts';
import { understand } from './understand.ts';
import { startsWithVerb } from './verbs.ts';

const TOTAL = /^(?:(?:grand |sub|portfolio )?-?totals?|sum|net)\b/i;
const FILLER = /^(?:\.{2,}|…|[-–—]+|)$/;

/** The text of a row as a person would quote it. */
export const rowText = (row: TableRow): string => row.cells.map((cell) => cell.text).join(' | ');

const saidIn = (row: TableRow): readonly string[] =>
  row.cells.map((cell) => bareText(cell.text)).filter((text) => !FILLER.test(text));

/** A row whose cells have no meaning of their own: an instruction may be written out in one of them. */
const fromCells = (row: TableRow, setting: LineSetting): Outcome => {
  const outcomes = row.cells.map((cell) =>
    readLine({ kind: 'item', text: cell.text, place: cell.place }, { ...setting, aside: true }),
  );
  const understood = outcomes.filter((outcome) => outcome.kind === 'directive');
  const declined = outcomes.find(
    (outcome) =>
      outcome.kind === 'declined' &&
      outcome.class !== 'not_a_directive' &&
      outcome.reason !== 'no-subject' &&
      outcome.reason !== 'bare-percent',
  );
  const [only] = understood;
  if (only && understood.length === 1 && !declined) return only;
  if (understood.length > 1) return decline('several-instructions', setting.text);
  if (declined?.kind === 'declined') return { ...declined, detail: { ...declined.detail, text: setting.text } };
  return decline('commentary', setting.text);
};

/** An order in a column of no known meaning ("SELL 40" beside an action "EXIT"): nobody can say which of them counts. */
const ordersElsewhere = (row: TableRow, columns: Columns<TargetRole>): boolean => {
  const known = new Set(Object.values(columns));
  return row.cells.some(({ text }, at) => !known.has(at) && /\d/.test(text) && startsWithVerb(text));
};

const isNothing = (text: string | undefined): boolean => text === undefined || FILLER.test(bareText(text));

/** Reads one row of a table in an action section. */
export const readActionRow = (
  row: TableRow,
  columns: Columns<TargetRole>,
  width: number,
  setting: LineSetting,
): Outcome => {
  const said = saidIn(row);
  const [first] = said;
  if (first === undefined) return decline('no-action', setting.text);
  if (TOTAL.test(first)) return decline('total-row', setting.text);
  const structured =
    columns.subject !== undefined && (columns.target ?? columns.action ?? columns.shares) !== undefined;
  if (said.length === 1) {
    const outcome = fromCells(row, setting);
    return outcome.kind === 'directive' ? outcome : decline('section-row', setting.text);
  }
  if (!structured) return fromCells(row, setting);
  if (row.cells.length > width) return decline('not-understood', setting.text);
  if (ordersElsewhere(row, columns)) return decline('several-instructions', setting.text);
  const meant = row.cells
    .filter((_, at) => at !== columns.comment && at !== columns.dollars)
    .map((cell) => bareText(cell.text));
  const screened = screenLine(meant.join(' ; '));
  if (screened) return decline(screened.reason, setting.text);
  const cells = [columns.target, columns.action, columns.shares].map((at) =>
    at === undefined ? undefined : row.cells[at]?.text,
  );
  if (cells.every(isNothing)) return decline('no-action', setting.text);
  return understand(readTargetRow(row, columns), { ...setting, targetHeading: true });
};
