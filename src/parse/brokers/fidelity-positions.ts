import { findColumns } from '../find-columns.ts';
import type { Header } from '../find-header.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import { cellOf, isRemark, lastAmount, writtenPosition, type PositionColumns } from '../position-rows.ts';
import type { CsvRow } from '../read-csv.ts';

const COLUMNS = {
  account: ['Account Number', 'Account Name/Number'],
  symbol: ['Symbol'],
  name: ['Description'],
  quantity: ['Quantity'],
  price: ['Last Price'],
  value: ['Current Value'],
  cost: ['Cost Basis Total', 'Cost Basis'],
  unitCost: ['Average Cost Basis', 'Cost Basis Per Share'],
} as const satisfies PositionColumns;

/** `SPAXX**`, `FCASH**`, `USD***`: where the account keeps its cash. */
const CORE = /^[A-Z]{3,6}\*{2,3}$/;
const PENDING = /^pending activity$/i;
const FOOTER = /^date downloaded\b/i;

const rowOf = (header: Header, row: CsvRow): readonly WrittenPosition[] => {
  const symbol = cellOf(header, row, 'symbol');
  if (isRemark(row)) return [];
  const written = writtenPosition(header, row, CORE.test(symbol) ? 'cash' : 'position');
  if (!PENDING.test(symbol)) return [written];
  return [{ ...written, value: written.value === '' ? lastAmount(row) : written.value, why: 'pending' }];
};

/** `Jan-08-2026` as other dates with a month's name are written. */
const dateIn = (text: string): string => text.replace(/\b([A-Za-z]{3})-(\d{1,2})-(\d{4})\b/, '$1 $2, $3');

/**
 * Fidelity, `Portfolio_Positions_….csv`: one account a row, the core position (`SPAXX**`) without a quantity is the cash,
 * no total; legal text and the date of the download below.
 */
export const fidelityPositions: PositionLayout = {
  id: 'fidelity-positions',
  title: 'Fidelity positions',
  read: (rows) => {
    const [header] = findColumns(rows, COLUMNS, ['symbol', 'name', 'quantity', 'price', 'value']);
    if (header === undefined) return undefined;
    const below = rows.slice(header.at + 1);
    const written = below.filter((row) => !isRemark(row));
    return {
      rows: below.flatMap((row) => rowOf(header, row)),
      accounts: written.map((row) => cellOf(header, row, 'account')).filter((account) => account !== ''),
      asOf: dateIn(below.find(({ cells }) => FOOTER.test(cells[0] ?? ''))?.cells[0] ?? ''),
    };
  },
};
