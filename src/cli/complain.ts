import type { Issue } from '../model/issue.ts';
import { diagnostics } from '../report/diagnostics.ts';
import type { Shell } from './shell.ts';

/** A text that an issue may point into, under the name that places have for it. */
interface Shown {
  readonly file: string;
  readonly text: string;
}

/** Prints issues to stderr, each with its place, the line, what is, what should be and what to do. */
export const complain = (shell: Shell, issues: readonly Issue[], shown: readonly Shown[]): void => {
  if (issues.length === 0) return;
  const sources = new Map(shown.map(({ file, text }) => [file, text]));
  shell.err(diagnostics(issues, sources, { colour: shell.colour.err, width: shell.width }));
};
