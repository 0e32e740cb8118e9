import type { LineSetting } from './line-setting.ts';
import type { Line } from './outline.ts';

/** "Materials has run far ahead", "NEM looks dear": how things are, not what to do. */
const STATE =
  /^(?:[^\s,;:]+ ){1,5}?(?:is|are|was|were|has|have|had|remains?|looks?|seems?|appears?|continues?|benefits?|offers?|faces?|trades?|leads?|lags?|provides?|shows?|represents?|reports?|pays?|grew|rose|fell|gained|lost)\b(?! to\b| \p{L}+(?:ed|en)\b)/iu;
const SHARES = /\d\s?(?:shares?|shs|units?)\b|[-+]\d/i;
const SPOKEN_OF = /^(?:restrict|do[ -]not[ -]trade|no[ -]trade|blocked)/i;

const words = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ');

/**
 * True for an item of the action plan that names a stock, or a sector near its start, without a verb that is known
 * ("Halve XOM", "Get rid of XOM", "XOM -10 shares"). It may be an instruction, so it is never passed over.
 */
export const hasUnknownVerb = (line: Line, text: string, setting: LineSetting): boolean => {
  if (line.kind === 'prose' || setting.aside === true || SPOKEN_OF.test(text)) return false;
  const names = setting.namesStock(text) || setting.namesSector(words(text, 6));
  return names && (!STATE.test(text) || SHARES.test(text));
};
