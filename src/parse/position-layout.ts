import type { LeftOutKind } from '../model/account-export.ts';
import type { Place } from '../model/place.ts';
import type { CsvRow } from './read-csv.ts';

/** One row of an export of positions, by what its cells mean. Texts as written; an empty one says nothing. */
export interface WrittenPosition {
  readonly kind: 'position' | 'cash' | 'total';
  readonly place: Place;
  readonly symbol: string;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly value: string;
  /** Of all the shares. */
  readonly cost: string;
  /** Of one share; only looked at where `cost` says nothing. */
  readonly unitCost: string;
  /** The part of the account in percent, where the export states that in place of a quantity and a value. */
  readonly weight?: string;
  /** Three letters; absent where the export knows only US dollars. */
  readonly currency?: string;
  /** Why it is no holding, where the layout can tell better than the symbol and the name. */
  readonly why?: LeftOutKind | undefined;
}

/** What a file of one layout says. */
export interface WrittenExport {
  readonly rows: readonly WrittenPosition[];
  /** The accounts that it names. */
  readonly accounts: readonly string[];
  /** The words that hold its date. */
  readonly asOf?: string | undefined;
}

/** How one broker lays out its positions. */
export interface PositionLayout {
  /** The name of its file. */
  readonly id: string;
  /** What to call it in messages. */
  readonly title: string;
  /** What the rows of a file say; nothing where they are of another layout. */
  readonly read: (rows: readonly CsvRow[]) => WrittenExport | undefined;
}
