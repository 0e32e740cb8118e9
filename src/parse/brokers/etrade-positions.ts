import { findColumns } from '../find-columns.ts';
import type { Header } from '../find-header.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import { cellOf, isRemark, lastAmount, writtenPosition, type PositionColumns } from '../position-rows.ts';
import type { CsvRow } from '../read-csv.ts';

const COLUMNS = {
  symbol: ['Symbol'],
  quantity: ['Quantity', 'Qty #'],
  price: ['Last Price $', 'Price $'],
  value: ['Value $'],
  cost: ['Total Cost', 'Total Cost $'],
  unitCost: ['Price Paid $', 'Cost/Share', 'Cost/Share $'],
} as const satisfies PositionColumns;

/** A tax lot of the position above it begins with the day of its purchase. */
const LOT = /^\d{1,2}\/\d{1,2}\/\d{2,4}\b/;
const FOOTER = /^Generated at\b/i;

const rowsOf = (header: Header, row: CsvRow): readonly WrittenPosition[] => {
  const symbol = cellOf(header, row, 'symbol');
  if (isRemark(row) || LOT.test(symbol) || FOOTER.test(row.cells[0] ?? '')) return [];
  const kind = /^cash$/i.test(symbol) ? 'cash' : /^total$/i.test(symbol) ? 'total' : 'position';
  const written = writtenPosition(header, row, kind);
  return [kind === 'position' ? written : { ...written, value: lastAmount(row) }];
};

/**
 * E*TRADE, `PortfolioDownload.csv`: a preamble with a header that looks like the real one, the positions with their lots
 * under them, `CASH` with one cell more than the header, `TOTAL` aligned or not, a footer with the date.
 */
export const etradePositions: PositionLayout = {
  id: 'etrade-positions',
  title: 'E*TRADE positions',
  read: (rows) => {
    const [header] = findColumns(rows, COLUMNS, ['symbol', 'quantity', 'value']);
    if (header === undefined) return undefined;
    const below = rows.slice(header.at + 1);
    return {
      rows: below.flatMap((row) => rowsOf(header, row)),
      accounts: [],
      asOf: below.find(({ cells }) => FOOTER.test(cells[0] ?? ''))?.cells.join(' '),
    };
  },
};
