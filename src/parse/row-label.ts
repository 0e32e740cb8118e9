import { tickerOf } from '../model/ticker.ts';
import { bareText } from './bare-text.ts';
import type { HoldingColumns } from './holding-columns.ts';
import type { TableRow } from './outline.ts';

/** What kind of row stands in a holdings table. */
export type RowLabel = 'holding' | 'cash' | 'total' | 'invested' | 'section' | 'filler' | 'empty';

const CASH =
  /^(?:total |available |uninvested |settled )?cash(?: balance| position| available| reserves?| sweep)?(?: ?(?:&|and|\/) ?(?:cash )?equivalents?)?(?: ?\(.*\))?$/i;
const TOTAL = /^(?:grand |portfolio |account |sub)?-?totals?\b|\btotal$/i;
const INVESTED = /invested|equit|holdings|securities|stocks|positions|excluding cash|excl\.? cash|ex-cash|subtotal/i;
const FILLER = /^(?:\.{2,}|…|[-–—]+|more|etc\.?|and so on|\(.*more.*\)|\.{3} .*more.*)$/i;

const said = (row: TableRow): readonly string[] =>
  row.cells.map((cell) => bareText(cell.text)).filter((text) => text !== '' && !/^[-–—]+$/.test(text));

/** A row with a ticker and a number of shares is a holding, also where its name begins with “Total”. */
const isHeld = (row: TableRow, columns: HoldingColumns): boolean => {
  const [ticker, shares] = [columns.ticker, columns.shares].map((at) => bareText(row.cells[at ?? -1]?.text ?? ''));
  return tickerOf(ticker ?? '') !== undefined && !TOTAL.test(ticker ?? '') && /\d/.test(shares ?? '');
};

/** The shape of nearly every row: a ticker in front and a number of shares, and a name that is no word for cash. */
const isPlainly = (row: TableRow, { ticker, shares, name }: HoldingColumns): boolean => {
  const [first = '', count = ''] = [row.cells[ticker ?? -1]?.text, row.cells[shares ?? -1]?.text];
  const called = row.cells[name ?? -1]?.text ?? '';
  return (
    ticker === 0 && /^[A-Z]{2,6}$/.test(first) && /^[\d.,]*\d$/.test(count) && !/cash|total/i.test(`${first} ${called}`)
  );
};

/** Tells holdings from rows for cash, totals, headings inside the table and fillers, by their label, however ragged. */
export const rowLabel = (row: TableRow, columns: HoldingColumns): RowLabel => {
  if (isPlainly(row, columns)) return 'holding';
  const texts = said(row);
  const [first] = texts;
  if (first === undefined) return row.cells.some((cell) => /[-–—…]/.test(cell.text)) ? 'filler' : 'empty';
  const labels = [first, ...[columns.ticker, columns.name].map((at) => bareText(row.cells[at ?? -1]?.text ?? ''))];
  if (labels.some((label) => CASH.test(label))) return 'cash';
  if (!isHeld(row, columns) && labels.some((label) => TOTAL.test(label)))
    return labels.some((label) => INVESTED.test(label)) ? 'invested' : 'total';
  if (texts.every((text) => FILLER.test(text))) return 'filler';
  return texts.length === 1 && !/^[A-Z]{1,5}(?:[.\-/][A-Z])?$/.test(first) ? 'section' : 'holding';
};
