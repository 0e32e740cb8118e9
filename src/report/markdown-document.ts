import { alignTables } from './align-tables.ts';

/** A part of a Markdown document: one empty line between its blocks, tables that read as tables in a plain editor too. */
export const markdownPart = (text: string): string => alignTables(text.trim().replace(/\n{3,}/gu, '\n\n'));

/** Puts the parts of a Markdown document together, with one newline at the end. */
export const markdownDocument = (parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;
