import { terminalText } from './escape.ts';

/** Text from outside as one line of a terminal that cannot be taken for two cells of a table. */
const cell = (text: string): string => terminalText(text).replaceAll('¦', '|');

/** A copy of a view in which every text, at any depth, is harmless for a terminal. */
export const inTerminal = (value: unknown): unknown => {
  if (typeof value === 'string') return cell(value);
  if (Array.isArray(value)) return value.map(inTerminal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inTerminal(own)]));
};
