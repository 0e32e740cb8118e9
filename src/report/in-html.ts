import { terminalText } from './escape.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const SPECIAL = /[&<>"']/u;

/** Text from a document, to be put between tags or into an attribute between quotes: it stays plain text. */
const htmlText = (text: string): string => {
  const line = terminalText(text);
  return SPECIAL.test(line) ? line.replaceAll(/[&<>"']/gu, (one) => ENTITIES[one] ?? '') : line;
};

/** A copy of a view in which every text, at any depth, is plain text in HTML: whatever it says, it is data. */
export const inHtml = (value: unknown): unknown => {
  if (typeof value === 'string') return htmlText(value);
  if (Array.isArray(value)) return value.map(inHtml);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inHtml(own)]));
};
