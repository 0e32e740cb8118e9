import type { Setting } from './setting.ts';

/** What a line is read with, beside the line itself. */
export interface LineSetting extends Setting {
  /** True when a text names a sector, a ticker or cash of this account somewhere. */
  readonly namesSubject: (text: string) => boolean;
  readonly namesStock: (text: string) => boolean;
  readonly namesSector: (text: string) => boolean;
  /** Naming something says nothing here: a cell of a table, or a list of picks, ranks or restrictions. */
  readonly aside?: boolean;
  /** How many labels ("Summary: Goal: …") stand in front already. */
  readonly labels?: number;
}
