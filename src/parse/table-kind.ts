import { columnsOf } from './columns-of.ts';
import { holdingColumns } from './holding-columns.ts';
import type { Section, Table } from './outline.ts';
import { pickColumns } from './pick-columns.ts';
import { rankColumns } from './rank-columns.ts';
import { titlePath } from './title-path.ts';

/** What a table is about. `other` is read as instructions when it stands in an action section. */
export type TableKind = 'holdings' | 'picks' | 'rankings' | 'other';

const NOT_HELD =
  /\b(?:watch ?list|transactions?|trade (?:history|log)|recent trades|executed|closed positions|sold|buy list|picks?|candidates?|orders?|history)\b/i;

/** "Positions and Orders": the title names the holdings first. */
const HELD =
  /^[\d.\s]*(?:my |our |current |open )?(?:holdings|positions)\b(?! (?:history|transactions?|sold|closed|candidates?))/i;

/** Decides what a table is about by its header, and by its heading where the header leaves a doubt. */
export const tableKind = (table: Table, section: Section, inAction: boolean): TableKind => {
  if (rankColumns(table, section)) return 'rankings';
  if (pickColumns(table, section)) return 'picks';
  const acts =
    columnsOf(table.header, { action: ['action', 'recommendation', 'trade', 'action required'] }).action !== undefined;
  const held = holdingColumns(table) !== undefined && !(acts && inAction);
  return held && !titlePath(section).some((title) => NOT_HELD.test(title) && !HELD.test(title)) ? 'holdings' : 'other';
};
