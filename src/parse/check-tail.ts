import type { Pct } from '../model/units.ts';
import { isMark, magnitude, setFault, wordOf, type Building, type Cursor } from './instruction-cursor.ts';
import type { Token } from './instruction-tokens.ts';

const CAPS =
  /^(?:caps?|limits?|max|maximum|minimum|min|buffer|floor|threshold|ceiling|target|confidence|conviction|probability)$/i;

/** Figures in the commentary must be ones that are explained: the target again, the change, or a limit. */
const isExplained = (tokens: readonly Token[], at: number, line: Building): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'pct' && token?.kind !== 'points') return true;
  const value = token.kind === 'points' ? magnitude(token.value) : magnitude(token.part.low);
  const change = line.to && line.from ? magnitude((line.to.low - line.from.low) as Pct) : undefined;
  if (value === line.to?.low || value === line.from?.low || value === change) return true;
  return [-2, -1, 1, 2].some((step) => CAPS.test(wordOf(tokens[at + step])));
};

/** Looks through what follows the figures for anything that would change their meaning. */
export const checkTail = (cursor: Cursor, line: Building): void => {
  const tail = cursor.tokens.slice(cursor.at);
  tail.forEach((token, at) => {
    if (token.kind === 'fault') setFault(line, token);
    if (!isExplained(tail, at, line)) line.fault ??= 'extra-number';
    if (token.kind === 'arrow' || isMark(token, '@')) line.fault ??= 'numbers-unclear';
  });
  line.tail = tail.flatMap((token) => (token.kind === 'word' ? [token.text] : []));
};
