import { inTerminal } from './in-terminal.ts';
import { PAINT, painted } from './paint.ts';
import { render } from './render.ts';
import { terminalLayout } from './terminal-layout.ts';

/** How a text is shown: columns of the terminal, and whether it has colours. */
export interface TerminalOptions {
  readonly width: number;
  readonly colour: boolean;
}

/** Fills a template of templates/summary/ and lays it out for a terminal. */
export const terminalPage = (name: string, view: object, { width, colour }: TerminalOptions): string => {
  const text = render(`summary/${name}`, { ...(inTerminal(view) as object), paint: PAINT });
  return painted(terminalLayout(text, width), colour);
};
