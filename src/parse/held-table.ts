import type { Section, Table } from './outline.ts';

/** A holdings table with the section that it stands in. */
export interface HeldTable {
  readonly table: Table;
  readonly section: Section;
}
