import { asciiText } from './ascii-text.ts';
import { inTerminal } from './in-terminal.ts';
import { PAINT, painted } from './paint.ts';
import { render } from './render.ts';
import { terminalLayout } from './terminal-layout.ts';

/** How a text is shown: columns of the terminal, whether it has colours, and whether it knows nothing but ASCII. */
export interface TerminalOptions {
  readonly width: number;
  readonly colour: boolean;
  readonly ascii?: boolean;
}

/** Fills a template of templates/summary/ and lays it out for a terminal. */
export const terminalPage = (name: string, view: object, { width, colour, ascii = false }: TerminalOptions): string => {
  const text = render(`summary/${name}`, { ...(inTerminal(view) as object), paint: PAINT });
  return painted(terminalLayout(ascii ? asciiText(text) : text, width), colour);
};
