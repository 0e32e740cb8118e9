import { nearestName } from '../model/nearest-name.ts';
import { CODE_LEVELS } from './code-levels.ts';
import { codes } from './compiled-codes.js';
import { render } from './render.ts';
import { wrap } from './wrap.ts';

/** A line of at most so many columns is easy to read. */
const WIDEST = 100;

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');

/** Everything about the code of a diagnostic, for a terminal; undefined for what is none. */
export const codePage = (code: string, { width }: { readonly width: number }): string | undefined => {
  const levels = CODE_LEVELS.get(code);
  const told = codes[code];
  if (levels === undefined || told === undefined) return undefined;
  const shown = Object.fromEntries(levels.map((level) => [level, true]));
  const why = wrap(told.why, Math.min(width, WIDEST)).join('\n');
  return render('summary/code', { code, why, ...shown, example: told.example === '' ? '' : indented(told.example) });
};

/** The code that was probably meant. */
export const nearestCode = (asked: string): string | undefined => nearestName(asked, CODE_LEVELS.keys());
