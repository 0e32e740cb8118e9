import type { Outline, Section, Table } from './outline.ts';
import { tableKind } from './table-kind.ts';

/** A holdings table with the section that it stands in. */
export interface HeldTable {
  readonly table: Table;
  readonly section: Section;
}

/** The holdings tables of a document; `actions` are the sections that are meant as instructions. */
export const heldTables = (outline: Outline, actions: ReadonlySet<Section>): readonly HeldTable[] =>
  outline.sections.flatMap((section) =>
    section.tables
      .filter((table) => tableKind(table, section, actions.has(section)) === 'holdings')
      .map((table) => ({ table, section })),
  );
