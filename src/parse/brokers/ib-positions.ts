import type { LeftOutKind } from '../../model/account-export.ts';
import type { Place } from '../../model/place.ts';
import type { PositionLayout, WrittenPosition } from '../position-layout.ts';
import type { CsvRow } from '../read-csv.ts';

/** One row of a section: its kind (`Data`, `Total`), and its cells by the names of the section's latest header. */
interface Entry {
  readonly section: string;
  readonly kind: string;
  readonly place: Place;
  readonly cell: (name: string) => string;
}

const POSITIONS = /^(?:long |short )?open positions$/i;

/** Every row of a statement: column 1 names the section, column 2 says whether it is a header, which may come again. */
const entriesOf = (rows: readonly CsvRow[]): readonly Entry[] => {
  const headers = new Map<string, readonly string[]>();
  return rows.flatMap(({ cells, place }): readonly Entry[] => {
    const [section = '', kind = '', ...rest] = cells;
    if (kind === 'Header') headers.set(section, rest);
    const names = headers.get(section);
    if (kind === 'Header' || names === undefined) return [];
    return [{ section, kind, place, cell: (name) => rest[names.indexOf(name)] ?? '' }];
  });
};

const NOTHING = { symbol: '', name: '', quantity: '', price: '', value: '', cost: '', unitCost: '' };

const WHY: readonly (readonly [RegExp, LeftOutKind])[] = [
  [/option|future|warrant|cfd/i, 'option'],
  [/bond|bill/i, 'bond'],
];

const positionOf = ({ place, cell }: Entry, names: ReadonlyMap<string, string>): WrittenPosition => ({
  kind: 'position',
  place,
  symbol: cell('Symbol').replace(/^([A-Z]{1,6}) ([A-Z])$/, '$1.$2'),
  name: names.get(cell('Symbol')) ?? '',
  quantity: cell('Quantity'),
  price: cell('Close Price'),
  value: cell('Value'),
  cost: cell('Cost Basis'),
  unitCost: cell('Cost Price'),
  currency: cell('Currency'),
  why: WHY.find(([words]) => words.test(cell('Asset Category')))?.[1],
});

const amountOf = (entry: Entry, kind: WrittenPosition['kind'], symbol: string, value: string): WrittenPosition => ({
  ...NOTHING,
  kind,
  place: entry.place,
  symbol,
  value,
});

/** Ending cash of all currencies in the base currency; what is held of another currency is a row of its own. */
const cashOf = (entries: readonly Entry[]): readonly WrittenPosition[] =>
  entries
    .filter(({ section, cell }) => section === 'Cash Report' && cell('Currency Summary') === 'Ending Cash')
    .flatMap((entry): readonly WrittenPosition[] => {
      const currency = entry.cell('Currency');
      const value = entry.cell('Total');
      if (currency === 'Base Currency Summary') return [amountOf(entry, 'cash', 'Ending Cash', value)];
      return currency === 'USD' ? [] : [{ ...amountOf(entry, 'position', 'Ending Cash', value), currency }];
    });

const netAssets = (entries: readonly Entry[], currency: string): readonly WrittenPosition[] =>
  entries.flatMap((entry): readonly WrittenPosition[] => {
    const asset = entry.section === 'Net Asset Value' ? entry.cell('Asset Class') : '';
    const value = entry.cell('Current Total');
    if (/^total$/i.test(asset)) return [{ ...amountOf(entry, 'total', asset, value), currency }];
    if (!/accruals$/i.test(asset) || !/[1-9]/.test(value)) return [];
    return [{ ...amountOf(entry, 'position', asset, value), why: 'accrued' }];
  });

const told = (entries: readonly Entry[], section: string, field: string): readonly string[] =>
  entries
    .filter((entry) => entry.section === section && entry.cell('Field Name') === field)
    .map(({ cell }) => cell('Field Value'));

/**
 * Interactive Brokers, activity statement: sections with headers of their own. Positions are the rows `Summary` of
 * `Open Positions` (not `Lot`, not `Total`), cash is `Ending Cash`, the total stands under `Net Asset Value`.
 */
export const ibPositions: PositionLayout = {
  id: 'ib-positions',
  title: 'Interactive Brokers activity statement',
  read: (rows) => {
    if (!rows.some(({ cells: [section = '', kind] }) => POSITIONS.test(section) && kind === 'Header')) return undefined;
    const entries = entriesOf(rows);
    const names = new Map(
      entries
        .filter(({ section }) => section === 'Financial Instrument Information')
        .map(({ cell }) => [cell('Symbol'), cell('Description')]),
    );
    const positions = entries
      .filter(({ section, kind }) => POSITIONS.test(section) && kind === 'Data')
      .filter(({ cell }) => cell('DataDiscriminator') === 'Summary')
      .map((entry) => positionOf(entry, names));
    return {
      rows: [
        ...positions,
        ...cashOf(entries),
        ...netAssets(entries, told(entries, 'Account Information', 'Base Currency')[0] ?? 'USD'),
      ],
      accounts: told(entries, 'Account Information', 'Account'),
      asOf: told(entries, 'Statement', 'Period')[0]?.replace(/^.* - /, ''),
    };
  },
};
