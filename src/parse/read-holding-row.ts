import type { Issue, IssueLevel } from '../model/issue.ts';
import type { Row } from '../model/portfolio.ts';
import type { Ticker } from '../model/ticker.ts';
import { worth, type Cents, type Pct, type Price, type Shares } from '../model/units.ts';
import { bareText } from './bare-text.ts';
import { completeHolding } from './complete-holding.ts';
import type { HoldingColumns } from './holding-columns.ts';
import { isFundName } from './is-fund-name.ts';
import { isTemplate } from './is-template.ts';
import { issueAt } from './issue-at.ts';
import { numberCell, numberIssues, statedIn, type NumberCell } from './number-cell.ts';
import { readMoney, readPct, readPrice, readShares } from './numbers.ts';
import type { TableRow } from './outline.ts';
import { readTicker } from './read-ticker.ts';

/** A row of the holdings table as stated, or the reasons why it is not one. */
export interface HoldingRow {
  readonly row?: Row;
  readonly issues: readonly Issue[];
}

const OPTION =
  /\b[A-Z]{1,6}\s?\d{6}[CP]\d{6,8}\b|\b(?:calls?|puts?)\b.*\d|\d.*\b(?:calls?|puts?)\b|\d\/\d.*\b\d+(?:\.\d+)?\s?[CP]\b|\b\d+(?:\.\d+)?[CP]\b.*\d\/\d|\b(?:BUY|SELL)_TO_/i;
const LARGEST = 100_000_000_000_000n;

interface Cells {
  readonly shares: NumberCell<Shares>;
  readonly price: NumberCell<Price>;
  readonly value: NumberCell<Cents>;
  readonly weight: NumberCell<Pct>;
  readonly gainPct: NumberCell<Pct>;
  readonly costPerShare: NumberCell<Price>;
  readonly costTotal: NumberCell<Cents>;
}

const cellsOf = (row: TableRow, columns: HoldingColumns): Cells => ({
  shares: numberCell(row, columns.shares, readShares),
  price: numberCell(row, columns.price, readPrice),
  value: numberCell(row, columns.value, readMoney),
  weight: numberCell(row, columns.weight, readPct),
  gainPct: numberCell(row, columns.gainPct, readPct),
  costPerShare: numberCell(row, columns.costPerShare, readPrice),
  costTotal: numberCell(row, columns.costTotal, readMoney),
});

const readingIssues = (cells: Cells, subject: string): Issue[] => {
  const enough = cells.shares.kind === 'value' && cells.price.kind === 'value';
  const claim: IssueLevel = 'approve';
  return [
    ...numberIssues(cells.shares, 'a number of shares', 'unusable', subject),
    ...numberIssues(cells.price, 'a price in dollars', 'unusable', subject),
    ...numberIssues(cells.value, 'a value in dollars', enough ? claim : 'unusable', subject),
    ...numberIssues(cells.weight, 'a weight in percent', claim, subject),
    ...numberIssues(cells.gainPct, 'a gain in percent', claim, subject),
    ...numberIssues(cells.costPerShare, 'a cost per share in dollars', claim, subject),
    ...numberIssues(cells.costTotal, 'a total cost in dollars', claim, subject),
  ];
};

const signIssues = (cells: Cells, subject: string): Issue[] => {
  const shares = statedIn(cells.shares);
  const price = statedIn(cells.price);
  const value = statedIn(cells.value);
  const short = [shares, value].find((stated) => stated !== undefined && stated.value < 0n);
  const text = [cells.shares, cells.value].find((cell) => cell.kind === 'value' && cell.stated.value < 0n);
  if (short)
    return [
      issueAt('short-position', 'unusable', short.place, { text: text?.kind === 'value' ? text.text : '' }, subject),
    ];
  if (shares?.value === 0n) return [issueAt('shares-zero', 'note', shares.place, {}, subject)];
  if (price && price.value <= 0n) return [issueAt('price-not-positive', 'unusable', price.place, {}, subject)];
  return [];
};

const refusal = (row: TableRow, columns: HoldingColumns, width: number): Issue | undefined => {
  const cell = row.cells[columns.ticker ?? 0];
  const text = cell?.text ?? '';
  const place = text === '' ? row.place : (cell?.place ?? row.place);
  const blank = row.cells.find((each) => isTemplate(each.text));
  if (blank) return issueAt('template-unfilled', 'unusable', blank.place, { text: blank.text });
  const name = row.cells[columns.name ?? -1]?.text ?? '';
  const named = readTicker(text) !== undefined && isFundName(name) ? text : `${text} ${name}`;
  if (OPTION.test(bareText(named))) return issueAt('option-position', 'unusable', place, { text: named.trim() });
  if (row.cells.length > width)
    return issueAt('row-too-long', 'unusable', row.place, { cells: row.cells.length, columns: width });
  return readTicker(text)
    ? undefined
    : issueAt('ticker-unreadable', 'unusable', place, { text: text === '' ? '(empty)' : text });
};

const rowOf = (
  ticker: Ticker,
  cells: Cells,
  row: TableRow,
  figures: { readonly shares: Shares; readonly price: Price },
): Row => {
  return {
    ticker,
    ...figures,
    place: row.place,
    ...(cells.value.kind === 'value' ? { statedValue: cells.value.stated } : {}),
    ...(cells.weight.kind === 'value' ? { statedWeight: cells.weight.stated } : {}),
    ...(cells.gainPct.kind === 'value' ? { statedGainPct: cells.gainPct.stated } : {}),
    ...(cells.costPerShare.kind === 'value' ? { costPerShare: cells.costPerShare.stated } : {}),
    ...(cells.costTotal.kind === 'value' ? { costTotal: cells.costTotal.stated } : {}),
  };
};

const figuresOf = (cells: Cells): Parameters<typeof completeHolding>[0] => ({
  ...(cells.shares.kind === 'value' ? { shares: cells.shares.stated } : {}),
  ...(cells.price.kind === 'value' ? { price: cells.price.stated } : {}),
  ...(cells.value.kind === 'value' ? { value: cells.value.stated } : {}),
});

/** Reads one holding from its row; anything that makes its value unknown makes the document unusable. */
export const readHoldingRow = (row: TableRow, columns: HoldingColumns, width: number): HoldingRow => {
  const refused = refusal(row, columns, width);
  const ticker = readTicker(row.cells[columns.ticker ?? 0]?.text ?? '');
  if (refused || !ticker) return { issues: refused ? [refused] : [] };
  const cells = cellsOf(row, columns);
  const ragged =
    row.cells.length < width
      ? [issueAt('row-too-short', 'block', row.place, { cells: row.cells.length, columns: width }, ticker)]
      : [];
  const signs = signIssues(cells, ticker);
  const issues = [...ragged, ...readingIssues(cells, ticker), ...signs];
  if (signs.length > 0 || issues.some((issue) => issue.level === 'unusable')) return { issues };
  const absent = [cells.price, cells.shares].find((cell) => cell.kind === 'absent');
  const completed = completeHolding(figuresOf(cells), absent?.kind === 'absent' ? absent.place : row.place, ticker);
  if (!completed.figures) return { issues: [...issues, ...completed.issues] };
  if (worth(completed.figures.price, completed.figures.shares) > LARGEST) {
    return {
      issues: [
        ...issues,
        issueAt(
          'number-too-large',
          'unusable',
          row.place,
          { text: 'price × shares', what: 'a value in dollars' },
          ticker,
        ),
      ],
    };
  }
  return { row: rowOf(ticker, cells, row, completed.figures), issues: [...issues, ...completed.issues] };
};
