import type { Detail } from '../model/issue.ts';
import { terminalText } from './escape.ts';
import { render } from './render.ts';

type Value = Detail[string];

const plain = (value: Value): Value => {
  if (typeof value === 'string') return terminalText(value);
  return typeof value === 'object' ? value.map(terminalText) : value;
};

/**
 * Puts a code and its values into words: plain text. The values are made harmless for a terminal; whoever puts
 * the words into Markdown escapes the whole of them.
 */
export const say = (name: string, detail: Detail): string =>
  render(name, Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, plain(value)]))).trim();
