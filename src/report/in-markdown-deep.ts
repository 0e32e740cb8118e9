import { markdownText } from './escape.ts';

/** A figure with a sign is no formula: a spreadsheet reads it as the figure that it is. */
const isFigure = (text: string): boolean => /^[-+]\$?\d[\d,]*(?:\.\d+)?%?$/u.test(text);

/** A copy of a view in which every text, at any depth, is escaped for Markdown: whatever it says, it is data. */
export const inMarkdownDeep = (value: unknown): unknown => {
  if (typeof value === 'string') return isFigure(value) ? value : markdownText(value);
  if (Array.isArray(value)) return value.map(inMarkdownDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inMarkdownDeep(own)]));
};
