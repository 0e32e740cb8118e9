import type { Issue } from '../model/issue.ts';
import { placeText, type Place, type Stated } from '../model/place.ts';
import type { Holding, Row } from '../model/portfolio.ts';
import { isKnownSector, type Sector } from '../model/sector.ts';
import type { Ticker } from '../model/ticker.ts';
import type { Cents, Pct } from '../model/units.ts';
import { bareText } from './bare-text.ts';
import { costsOf } from './cost-mix-up.ts';
import { accountIssues } from './account-issues.ts';
import { holdingColumns, type HoldingColumns } from './holding-columns.ts';
import type { HeldTable } from './held-table.ts';
import { issueAt } from './issue-at.ts';
import { mergeLots, type Lot } from './merge-lots.ts';
import type { Section, TableRow } from './outline.ts';
import { readCashRow, readTotalRow } from './read-cash-row.ts';
import { readHoldingRow } from './read-holding-row.ts';
import { rowLabel } from './row-label.ts';
import { namedSector, sectorWords } from './row-sector.ts';

/** All that the holdings tables state. */
export interface Holdings {
  readonly holdings: readonly Holding[];
  readonly rows: readonly Row[];
  readonly spelling: ReadonlyMap<Sector, string>;
  readonly cash: readonly Stated<Cents>[];
  readonly cashPct: readonly Stated<Pct>[];
  readonly total: readonly Stated<Cents>[];
  readonly invested: readonly Stated<Cents>[];
  readonly issues: readonly Issue[];
}

/** Where lots are gathered, row after row. */
interface Gathering {
  readonly lots: (Lot & { readonly table: HeldTable })[];
  /** The first lot of each ticker. */
  readonly first: Map<Ticker, Lot>;
  readonly cash: Stated<Cents>[];
  readonly cashPct: Stated<Pct>[];
  readonly total: Stated<Cents>[];
  readonly invested: Stated<Cents>[];
  readonly spelling: Map<Sector, string>;
  readonly issues: Issue[];
  readonly seen: Set<string>;
}

type Sectors = ReadonlyMap<Ticker, string>;

/** What a row inherits from the table that it stands in. */
interface TableContext {
  readonly held: HeldTable;
  readonly columns: HoldingColumns;
  readonly width: number;
  readonly sectors: Sectors;
}

const headingSector = (section: Section): string | undefined => {
  const title = bareText(section.title)
    .replace(/\s*[(:–—-].*$/, '')
    .replace(/^[\d.]+\s+/, '');
  return isKnownSector(title) ? title : undefined;
};

/** The sector of a ticker that an earlier table gave. */
const sectorBefore = (gathering: Gathering, ticker: Ticker): string | undefined => {
  const earlier = gathering.first.get(ticker);
  return earlier ? gathering.spelling.get(earlier.sector) : undefined;
};

const report = (gathering: Gathering, issues: readonly Issue[]): void => {
  for (const issue of issues) {
    // One unknown sector is one issue, however many holdings it has.
    const key = `${issue.code} ${issue.subject ?? ''}`;
    if (issue.code.startsWith('sector-un') && gathering.seen.has(key)) continue;
    gathering.seen.add(key);
    gathering.issues.push(issue);
  }
};

const addHolding = (gathering: Gathering, context: TableContext, row: TableRow, group: string | undefined): void => {
  const { columns, held, sectors, width } = context;
  const read = readHoldingRow(row, columns, width);
  report(gathering, read.issues);
  if (!read.row) return;
  const cell = columns.sector === undefined ? undefined : row.cells[columns.sector];
  const { ticker } = read.row;
  const given = sectorWords(cell?.text ?? '') ?? sectors.get(ticker) ?? group ?? headingSector(held.section);
  const words = given ?? sectorBefore(gathering, ticker);
  if (words === undefined) {
    if (columns.sector !== undefined || sectors.size > 0)
      report(gathering, [issueAt('sector-missing', 'unusable', cell?.place ?? row.place, {}, read.row.ticker)]);
    else if (!gathering.seen.has('sector-column-missing ')) {
      report(gathering, [issueAt('sector-column-missing', 'unusable', held.table.header.place, {})]);
    }
    return;
  }
  const { sector, spelled, issues } = namedSector(words, cell?.place ?? row.place);
  report(gathering, issues);
  if (!gathering.spelling.has(sector)) gathering.spelling.set(sector, spelled);
  const name = columns.name === undefined ? '' : bareText(row.cells[columns.name]?.text ?? '');
  const lot = {
    row: read.row,
    sector,
    table: held,
    pricePlace: row.cells[columns.price ?? -1]?.place ?? row.place,
    sectorPlace: cell?.place ?? row.place,
    ...(name === '' ? {} : { name }),
  };
  gathering.lots.push(lot);
  if (!gathering.first.has(ticker)) gathering.first.set(ticker, lot);
};

const addTotal = (gathering: Gathering, context: TableContext, row: TableRow, invested: boolean): void => {
  const { amount } = readTotalRow(row, context.columns, context.width);
  if (!amount)
    report(gathering, [
      issueAt('total-row-unreadable', 'approve', row.place, { text: row.cells.map((cell) => cell.text).join(' | ') }),
    ]);
  else (invested ? gathering.invested : gathering.total).push(amount);
};

const addCash = (gathering: Gathering, context: TableContext, row: TableRow): void => {
  const { amount, pct, issues } = readCashRow(row, context.columns, context.width);
  report(gathering, issues);
  if (amount) gathering.cash.push(amount);
  if (pct) gathering.cashPct.push(pct);
};

const readTable = (gathering: Gathering, context: TableContext): void => {
  let group: string | undefined;
  let withCash = false;
  for (const row of context.held.table.rows) {
    const label = rowLabel(row, context.columns);
    if (label === 'holding') addHolding(gathering, context, row, group);
    else if (label === 'cash') addCash(gathering, context, row);
    else if (label === 'total' || label === 'invested')
      addTotal(gathering, context, row, label === 'invested' || !withCash);
    else if (label === 'filler') report(gathering, [issueAt('row-filler', 'note', row.place, {})]);
    else if (label === 'section') {
      const text = bareText(row.cells.find((cell) => cell.text !== '')?.text ?? '');
      group = isKnownSector(text) ? text : undefined;
    }
    withCash ||= label === 'cash';
  }
};

/** A ticker that an earlier table already lists with the same shares is that table said again, not more shares. */
const withoutRepeats = (gathering: Gathering): Gathering['lots'] => {
  const first = new Map<Ticker, Gathering['lots'][number]>();
  return gathering.lots.filter((lot) => {
    const earlier = first.get(lot.row.ticker);
    if (!earlier) first.set(lot.row.ticker, lot);
    if (!earlier || earlier.table === lot.table) return true;
    const other = placeText(earlier.row.place);
    const same = earlier.row.shares === lot.row.shares && earlier.row.price === lot.row.price;
    const [code, level] = same ? (['holding-restated', 'note'] as const) : (['holding-conflict', 'unusable'] as const);
    gathering.issues.push(issueAt(code, level, lot.row.place, { other }, lot.row.ticker));
    return false;
  });
};

const lotsOf = (gathering: Gathering): { readonly lots: readonly Lot[]; readonly issues: readonly Issue[] } => {
  const kept = withoutRepeats(gathering);
  const { costs, issues } = costsOf(kept.map((lot) => lot.row));
  const lots = kept.map((lot) => {
    const cost = costs.get(lot.row);
    return cost === undefined ? lot : { ...lot, cost };
  });
  return { lots, issues };
};

/** Reads all holdings tables of a document; `sectors` names the sectors of tickers whose row does not. */
export const readHoldings = (tables: readonly HeldTable[], sectors: Sectors, start: Place): Holdings => {
  const gathering: Gathering = {
    lots: [],
    first: new Map(),
    cash: [],
    cashPct: [],
    total: [],
    invested: [],
    spelling: new Map(),
    issues: [],
    seen: new Set(),
  };
  if (tables.length === 0) report(gathering, [issueAt('holdings-missing', 'unusable', start, {})]);
  for (const held of tables) {
    const columns = holdingColumns(held.table);
    if (columns) readTable(gathering, { held, columns, width: held.table.header.cells.length, sectors });
  }
  const accounts = accountIssues(tables);
  const { lots, issues } = lotsOf(gathering);
  const merged = mergeLots(lots);
  return {
    holdings: merged.holdings,
    rows: gathering.lots.map((lot) => lot.row),
    spelling: gathering.spelling,
    cash: gathering.cash,
    cashPct: gathering.cashPct,
    total: gathering.total,
    invested: gathering.invested,
    issues: [...accounts, ...gathering.issues, ...issues, ...merged.issues],
  };
};
