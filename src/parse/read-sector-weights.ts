import type { Issue } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import type { Claims } from '../model/portfolio.ts';
import { sectorOf } from '../model/sector.ts';
import type { Cents, Pct } from '../model/units.ts';
import { bareText } from './bare-text.ts';
import { breakdownColumns } from './breakdown-columns.ts';
import { issueAt } from './issue-at.ts';
import { readMoney, readPct, type Reading } from './numbers.ts';
import type { Cell, Section, Table } from './outline.ts';
import { sectorWords } from './row-sector.ts';
import { tableKind } from './table-kind.ts';

/** What breakdown tables state for sectors and for cash. */
export interface SectorWeights {
  readonly sectorWeights: Claims['sectorWeights'];
  readonly sectorValues: Claims['sectorValues'];
  readonly cashPct: readonly Stated<Pct>[];
  /** How the document spells the sectors of these tables. */
  readonly spellings: readonly string[];
  readonly issues: readonly Issue[];
}

/** A row of a breakdown: the name of a sector or of cash, and its figures where they are readable. */
interface Part {
  readonly name: string;
  readonly pct: readonly Stated<Pct>[];
  readonly value: readonly Stated<Cents>[];
  readonly issues: readonly Issue[];
}

const statedIn = <T>(reading: Reading<T>, cell: Cell | undefined): readonly Stated<T>[] =>
  cell && reading.kind === 'value' ? [{ value: reading.value, place: cell.place }] : [];

const issuesIn = (reading: Reading<unknown>, cell: Cell | undefined, what: string, name: string): readonly Issue[] =>
  cell && reading.kind === 'refused'
    ? [issueAt(reading.code, 'approve', cell.place, { text: cell.text, what }, name)]
    : [];

const partsOf = (table: Table): readonly Part[] => {
  const columns = breakdownColumns(table);
  if (!columns) return [];
  return table.rows.flatMap(({ cells }): readonly Part[] => {
    const name = sectorWords(cells[columns.sector ?? 0]?.text ?? '');
    const [weight, worth] = [
      cells[columns.weight ?? 0],
      columns.value === undefined ? undefined : cells[columns.value],
    ];
    const [pct, value] = [readPct(weight?.text ?? ''), readMoney(worth?.text ?? '')];
    if (name === undefined) return [];
    const issues = [
      ...issuesIn(pct, weight, 'a weight in percent', name),
      ...issuesIn(value, worth, 'a value in dollars', name),
    ];
    return [{ name, pct: statedIn(pct, weight), value: statedIn(value, worth), issues }];
  });
};

const isSector = ({ name }: Part): boolean => !/^(?:grand |sub)?-?totals?\b|^cash\b|^invested\b/i.test(bareText(name));

/** Reads the sector breakdown tables of these sections: claims about weights and values, to be checked. */
export const readSectorWeights = (sections: readonly Section[]): SectorWeights => {
  const parts = sections.flatMap((section) =>
    section.tables.filter((table) => tableKind(table, section, false) === 'other').flatMap(partsOf),
  );
  const sectors = parts.filter(isSector);
  const figures = [...parts.filter(({ name }) => /^cash\b/i.test(bareText(name))), ...sectors];
  return {
    sectorWeights: sectors.flatMap(({ name, pct }) => pct.map((one) => ({ sector: sectorOf(name), pct: one }))),
    sectorValues: sectors.flatMap(({ name, value }) => value.map((one) => ({ sector: sectorOf(name), value: one }))),
    cashPct: figures.flatMap((part) => (isSector(part) ? [] : part.pct)),
    spellings: sectors.filter(({ pct }) => pct.length > 0).map(({ name }) => name),
    issues: figures.flatMap(({ issues }) => issues),
  };
};
