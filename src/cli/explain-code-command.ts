import { codePage, nearestCode } from '../report/code-page.ts';
import { EXIT } from './exit-code.ts';
import { Unusable, type Shell } from './shell.ts';

/** `po explain CODE`: what a diagnostic means, why it matters, and what it leads to. Returns the exit code. */
export const explainCodeCommand = (shell: Shell, asked: string): number => {
  const page = codePage(asked, { width: shell.width });
  if (page === undefined) {
    const nearest = nearestCode(asked);
    const detail = { asked, ...(nearest === undefined ? {} : { nearest }) };
    throw new Unusable({ code: 'explain-code-unknown', level: 'unusable', detail });
  }
  shell.out(page);
  return EXIT.ok;
};
