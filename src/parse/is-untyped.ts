import { findHeader } from './find-header.ts';
import type { CsvRow } from './read-csv.ts';

const TYPE = 'TransactionType';

/** True for a file of E*TRADE in which the type of transactions is `0`: two generations have one header. */
export const isUntyped = (rows: readonly CsvRow[]): boolean => {
  const header = findHeader({ columns: [TYPE] }, rows);
  if (header === undefined) return false;
  return rows.slice(header.at + 1).some(({ cells }) => cells[header.columns.get(TYPE) ?? -1] === '0');
};
