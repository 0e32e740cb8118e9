import { markdownText } from './escape.ts';

/** A number with its sign: no spreadsheet takes it for more than that. */
const FIGURE = /^[-+]\$?\d[\d,]*(?:\.\d+)?%?$/;

/** A copy of a view in which every text, at any depth, is escaped for Markdown: whatever it says, it is data. */
export const inMarkdownDeep = (value: unknown): unknown => {
  if (typeof value === 'string') return FIGURE.test(value) ? value : markdownText(value);
  if (Array.isArray(value)) return value.map(inMarkdownDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inMarkdownDeep(own)]));
};
