import { alignTables } from './align-tables.ts';

/** Puts the parts of a Markdown document together: one empty line between blocks, one newline at the end. */
export const markdownDocument = (parts: readonly string[]): string =>
  `${alignTables(
    parts
      .map((part) => part.trim())
      .join('\n\n')
      .replace(/\n{3,}/gu, '\n\n'),
  )}\n`;
