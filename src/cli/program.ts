import { Argument, Command, CommanderError } from 'commander';
import { SHELLS, type CompletingShell } from '../report/completing-shells.ts';
import { explainFailure } from './explain-failure.ts';
import { EXIT } from './exit-code.ts';
import { addExplain } from './explaining-commands.ts';
import { addImport, addInit } from './starting-commands.ts';
import {
  addBatch,
  addCheck,
  addConfig,
  addRebalance,
  addReplay,
  addValidateStock,
  type Finish,
} from './planning-commands.ts';
import {
  addApprove,
  addFill,
  addJournal,
  addReject,
  addReplan,
  addResolve,
  addStatus,
  addVerify,
} from './record-commands.ts';
import type { Shell } from './shell.ts';
import { TOOL } from './tool.ts';

const addCompletion = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .description('print what a shell needs to complete po, such as: eval "$(po completion bash)"')
    .action(async (wanted: CompletingShell) => {
      const { completionCommand } = await import('./completion-command.ts');
      finish(completionCommand(shell, programOf([], shell, finish), wanted));
    });
};

/** In the order in which a person meets them. */
const COMMANDS: ReadonlyMap<string, (program: Command, shell: Shell, finish: Finish) => void> = new Map([
  ['init', addInit],
  ['import', addImport],
  ['rebalance', addRebalance],
  ['validate-stock', addValidateStock],
  ['check', addCheck],
  ['batch', addBatch],
  ['approve', addApprove],
  ['reject', addReject],
  ['fill', addFill],
  ['resolve', addResolve],
  ['status', addStatus],
  ['replan', addReplan],
  ['journal', addJournal],
  ['verify', addVerify],
  ['replay', addReplay],
  ['explain', addExplain],
  ['config', addConfig],
  ['completion', addCompletion],
]);

const EXIT_CODES = `
Exit codes: 0 SAFE or APPROVED, 10 CONDITIONAL, 20 BLOCKED or REJECTED, 2 unusable input or usage, 3 stale, void or
tampered record, 1 internal error.
po never places an order and never uses the network.`;

/** The program; where the arguments name a command the others need not be set up. */
export const programOf = (args: readonly string[], shell: Shell, finish: Finish): Command => {
  const program = new Command('po')
    .description(
      'Turns the action plan in a Portfolio.md into exact, checked orders that a person types into the broker.',
    )
    .version(TOOL.version, '-V, --version', 'print the version')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ writeOut: shell.out, writeErr: shell.err, getOutHelpWidth: () => shell.width })
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  const named = COMMANDS.get(args[0] ?? '');
  for (const add of named === undefined ? COMMANDS.values() : [named]) add(program, shell, finish);
  return program;
};

/** Runs `po` with these arguments in this shell; returns the exit code and never throws. */
export const run = async (args: readonly string[], shell: Shell): Promise<number> => {
  let code: number = EXIT.ok;
  try {
    await programOf(args, shell, (finished) => (code = finished)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
    return explainFailure(shell, error);
  }
  return code;
};
