import type { Stated } from '../model/place.ts';
import type { Claims } from '../model/portfolio.ts';
import { sectorOf } from '../model/sector.ts';
import type { Pct } from '../model/units.ts';
import { bareText } from './bare-text.ts';
import { breakdownColumns } from './breakdown-columns.ts';
import { readPct } from './numbers.ts';
import type { Section, Table } from './outline.ts';
import { sectorWords } from './row-sector.ts';
import { tableKind } from './table-kind.ts';

/** The weights that breakdown tables state for sectors and for cash. */
export interface SectorWeights {
  readonly sectorWeights: Claims['sectorWeights'];
  readonly cashPct: readonly Stated<Pct>[];
  /** How the document spells the sectors of these tables. */
  readonly spellings: readonly string[];
}

const fromTable = (table: Table): SectorWeights => {
  const columns = breakdownColumns(table);
  const none = { sectorWeights: [], cashPct: [], spellings: [] };
  if (!columns) return none;
  const cells = table.rows.flatMap((row) => {
    const name = sectorWords(row.cells[columns.sector ?? 0]?.text ?? '');
    const cell = row.cells[columns.weight ?? 0];
    const reading = readPct(cell?.text ?? '');
    return name !== undefined && cell && reading.kind === 'value'
      ? [{ name, pct: { value: reading.value, place: cell.place } }]
      : [];
  });
  const sectors = cells.filter(({ name }) => !/^(?:grand |sub)?-?totals?\b|^cash\b|^invested\b/i.test(bareText(name)));
  return {
    sectorWeights: sectors.map(({ name, pct }) => ({ sector: sectorOf(name), pct })),
    cashPct: cells.filter(({ name }) => /^cash\b/i.test(bareText(name))).map(({ pct }) => pct),
    spellings: sectors.map(({ name }) => name),
  };
};

/** Reads the sector breakdown tables of these sections: claims about weights, to be checked. */
export const readSectorWeights = (sections: readonly Section[]): SectorWeights => {
  const all = sections.flatMap((section) =>
    section.tables.filter((table) => tableKind(table, section, false) === 'other').map(fromTable),
  );
  return {
    sectorWeights: all.flatMap((each) => each.sectorWeights),
    cashPct: all.flatMap((each) => each.cashPct),
    spellings: all.flatMap((each) => each.spellings),
  };
};
