import { complain } from './complain.ts';
import { EXIT } from './exit-code.ts';
import { Unusable, type Shell } from './shell.ts';
import { Stale } from './stale.ts';
import { TOOL } from './tool.ts';

/** What the system's own codes mean to a person who wants to write a file. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
};

/** What went wrong, told so that a person can act on it; anything unforeseen is a bug and says so. */
export const explainFailure = (shell: Shell, error: unknown): number => {
  if (error instanceof Unusable) {
    complain(shell, error.issues, error.sources);
    return error instanceof Stale ? EXIT.stale : EXIT.unusable;
  }
  const reason = (error as NodeJS.ErrnoException).code;
  if (error instanceof Error && reason !== undefined) {
    complain(shell, [{ code: 'output-failed', level: 'unusable', detail: { reason: REASONS[reason] ?? reason } }], []);
    return EXIT.internal;
  }
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  complain(shell, [{ code: 'internal-error', level: 'unusable', detail: { version: TOOL.version } }], []);
  shell.err(`${report}\n`);
  return EXIT.internal;
};
