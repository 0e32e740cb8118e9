import type { Command } from 'commander';
import type { CompletingShell } from '../report/completing-shells.ts';
import { completion } from '../report/completion.ts';
import { commandLineOf } from './command-line.ts';
import { EXIT } from './exit-code.ts';
import type { Shell } from './shell.ts';

/** `po completion SHELL`: prints what the shell sources to complete `po`. Returns the exit code. */
export const completionCommand = (shell: Shell, program: Command, wanted: CompletingShell): number => {
  shell.out(completion(wanted, commandLineOf(program)));
  return EXIT.ok;
};
