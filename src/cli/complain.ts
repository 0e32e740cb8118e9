import type { Issue } from '../model/issue.ts';
import { diagnostics } from '../report/diagnostics.ts';
import type { Input } from './read-input.ts';
import type { Shell } from './shell.ts';

/** Prints issues to stderr, each with its place, the line, what is, what should be and what to do. */
export const complain = (shell: Shell, issues: readonly Issue[], inputs: readonly Input[]): void => {
  if (issues.length === 0) return;
  const sources = new Map(inputs.map(({ file, text }) => [file, text]));
  shell.err(diagnostics(issues, sources, { colour: shell.colour.err, width: shell.width }));
};
