import type { CsvRow } from './read-csv.ts';

/** One row of an export of transactions, by what its cells mean. Texts as written; an empty one says nothing. */
export interface WrittenTransaction {
  /** `MM/DD/YY` or `MM/DD/YYYY`. */
  readonly day: string;
  /** The broker's word for what happened. */
  readonly type: string;
  readonly symbol: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  readonly amount: string;
  readonly commission: string;
  /** Why a purchase or sale is none of shares, where the layout can tell: `option`, `fund`, `bond`, `other`. */
  readonly noShares?: string | undefined;
}

/** How one broker lays out one kind of export. */
export interface TransactionLayout {
  /** The name of its file. */
  readonly id: string;
  /** Begins the names that fills get: exports of one broker name the same fill alike. */
  readonly broker: string;
  /** What to call it in messages. */
  readonly title: string;
  /** The columns that its header has at least; case and order do not matter. */
  readonly columns: readonly string[];
  /** Columns that some of its files have besides. */
  readonly optional?: readonly string[];
  /** The rows of a file as a table of these columns, where they are not one; none where they are another layout's. */
  readonly prepare?: (rows: readonly CsvRow[]) => readonly CsvRow[];
  /** What a row says; `cell` gives the text of a column. */
  readonly read: (cell: (column: string) => string) => WrittenTransaction;
}
