import type { TerminalOptions } from '../report/terminal-page.ts';
import type { Shell } from './shell.ts';

/** How what is printed is laid out where it goes. */
export const layoutOf = ({ width, colour, ascii }: Shell): TerminalOptions => ({ width, colour: colour.out, ascii });
