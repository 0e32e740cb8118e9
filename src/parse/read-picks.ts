import { isKnownSector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import { bareText } from './bare-text.ts';
import { gatherPicks, type Picks } from './gather-picks.ts';
import { isTemplate } from './is-template.ts';
import { issueAt } from './issue-at.ts';
import { numberCell, numberIssues } from './number-cell.ts';
import { readMoney, readPct, readPrice, type Reading } from './numbers.ts';
import type { Outline, Section, TableRow } from './outline.ts';
import { isPicksSection, pickColumns, type PickColumns } from './pick-columns.ts';
import { pickOf, type JudgedPick, type StatedPick } from './pick-of.ts';
import { readTicker } from './read-ticker.ts';
import { sectorWords } from './row-sector.ts';
import type { Pct } from '../model/units.ts';

/** A conviction as people write it: `74`, `74%`, `74/100`. */
const readConviction = (text: string): Reading<Pct> =>
  readPct(bareText(text.slice(0, 200)).replace(/\s?\/\s?100$/, ''));

const sectorOfRow = (row: TableRow, columns: PickColumns, section: Section): StatedPick['sector'] => {
  const cell = columns.sector === undefined ? undefined : row.cells[columns.sector];
  const words = sectorWords(cell?.text ?? '');
  if (cell && words !== undefined) return { value: words, place: cell.place };
  const heading = bareText(section.title).replace(/\s*(?:picks?|candidates?|[(:–—-].*)$/i, '');
  return isKnownSector(heading) ? { value: heading, place: row.place } : undefined;
};

const cellsOf = (row: TableRow, columns: PickColumns) => ({
  price: numberCell(row, columns.price, readPrice),
  conviction: numberCell(row, columns.conviction, readConviction),
  weight: numberCell(row, columns.weight, readPct),
  dailyVolume: numberCell(row, columns.dailyVolume, readMoney),
});

const statedPick = (ticker: Ticker, row: TableRow, columns: PickColumns, section: Section): StatedPick => {
  const cells = cellsOf(row, columns);
  const sector = sectorOfRow(row, columns, section);
  return {
    ticker,
    place: row.place,
    ...(sector ? { sector } : {}),
    ...(cells.price.kind === 'value' ? { price: cells.price.stated } : {}),
    ...(cells.conviction.kind === 'value' ? { conviction: cells.conviction.stated } : {}),
    ...(cells.weight.kind === 'value' ? { weight: cells.weight.stated } : {}),
    ...(cells.dailyVolume.kind === 'value' ? { dailyVolume: cells.dailyVolume.stated } : {}),
  };
};

const fromRow = (row: TableRow, columns: PickColumns, section: Section, width: number): JudgedPick => {
  const text = row.cells[columns.ticker ?? 0]?.text ?? '';
  const said = row.cells.filter((cell) => /[\p{L}\p{N}]/u.test(cell.text));
  if (said.length === 0) return { issues: [] };
  const blank = row.cells.find((cell) => isTemplate(cell.text));
  if (blank) return { issues: [issueAt('pick-unreadable', 'approve', blank.place, { text: blank.text })] };
  const ticker = readTicker(text);
  if (!ticker || row.cells.length > width)
    return {
      issues: [
        issueAt('pick-unreadable', 'approve', row.place, { text: row.cells.map((cell) => cell.text).join(' | ') }),
      ],
    };
  const cells = cellsOf(row, columns);
  const unread = [
    ...numberIssues(cells.price, 'a price in dollars', 'approve', ticker),
    ...numberIssues(cells.conviction, 'a conviction from 0 to 100', 'approve', ticker),
    ...numberIssues(cells.weight, 'a weight in percent', 'approve', ticker),
    ...numberIssues(cells.dailyVolume, 'a daily volume in dollars', 'approve', ticker),
  ];
  if (unread.some((issue) => issue.level !== 'note')) return { issues: unread };
  const judged = pickOf(statedPick(ticker, row, columns, section));
  return { ...judged, issues: [...unread, ...judged.issues] };
};

/** An item under "Picks" that names a ticker is not read yet; it is reported, never passed over. */
const unreadItems = (section: Section): readonly JudgedPick[] =>
  isPicksSection(section)
    ? section.lines
        .filter((line) => line.kind === 'item' && readTicker(line.text.split(/[\s:,(–—]/)[0] ?? '') !== undefined)
        .map((line) => ({ issues: [issueAt('pick-not-in-table', 'approve', line.place, { text: line.text })] }))
    : [];

/** Reads the tables of picks of a document. */
export const readPicks = (outline: Outline): Picks =>
  gatherPicks(
    outline.sections.flatMap((section) => [
      ...section.tables.flatMap((table) => {
        const columns = pickColumns(table, section);
        return columns ? table.rows.map((row) => fromRow(row, columns, section, table.header.cells.length)) : [];
      }),
      ...unreadItems(section),
    ]),
  );
