import { Command, CommanderError } from 'commander';
import { complain } from './complain.ts';
import { EXIT } from './exit-code.ts';
import { UnusableConfig } from './load-config.ts';
import { Unusable, type Shell } from './shell.ts';
import { TOOL } from './tool.ts';

type Finish = (code: number) => void;

const several = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];

const withSources = (command: Command): Command =>
  command
    .option(
      '--market <file>',
      'market file (default: Market-Analyst.md, market.json or Regime.json beside the portfolio)',
    )
    .option('--config <file>', 'limits (default: config/constraints.json beside or above the portfolio)')
    .option('--now <time>', 'the stated time, ISO with offset, instead of the clock');

const withOutputs = (command: Command): Command =>
  command
    .option('--out <folder>', 'folder that gets one folder a plan (default: plans/ beside the portfolio)')
    .option('--json', 'print the result as JSON to stdout, and nothing else')
    .option('--quiet', 'print nothing but errors');

const addRebalance = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('rebalance')
    .argument('<file>', 'Portfolio.md, or - for standard input')
    .description('turn the action plan into checked orders, a report and an execution guide')
    .option('--stock <file>', 'a stock file whose pick is a candidate (may be repeated)', several)
    .option('--fewest-orders', 'as few orders as bring every sector within trading.sector_tolerance_bp of its target');
  withOutputs(withSources(command)).action(async (file: string, options: object) => {
    const { rebalanceCommand } = await import('./rebalance-command.ts');
    finish(await rebalanceCommand(shell, file, options));
  });
};

const addValidateStock = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('validate-stock')
    .argument('<files...>', 'stock files, such as nvda.json')
    .description('judge single picks by the six criteria and plan their purchase')
    .option('--portfolio <file>', 'the account (default: Portfolio.md beside the stock file)');
  withOutputs(withSources(command)).action(async (files: string[], options: object) => {
    const { validateStockCommand } = await import('./validate-stock-command.ts');
    finish(await validateStockCommand(shell, files, options));
  });
};

const addCheck = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('check')
    .argument('<file>', 'Portfolio.md, or - for standard input')
    .description('read and reconcile only: every finding with its line; nothing is planned or written')
    .option('--quiet', 'print findings only');
  withSources(command).action(async (file: string, options: object) => {
    const { checkCommand } = await import('./check-command.ts');
    finish(await checkCommand(shell, file, options));
  });
};

const addConfig = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('config')
    .description('show every limit in force and where it comes from')
    .option('--config <file>', 'limits (default: config/constraints.json here or above)')
    .option('--json', 'print as JSON')
    .action(async (options: object) => {
      const { configCommand } = await import('./config-command.ts');
      finish(await configCommand(shell, options));
    });
};

const EXIT_CODES = `
Exit codes: 0 SAFE or APPROVED, 10 CONDITIONAL, 20 BLOCKED or REJECTED, 2 unusable input or usage, 1 internal error.
po never places an order and never uses the network.`;

const build = (shell: Shell, finish: Finish): Command => {
  const program = new Command('po')
    .description(
      'Turns the action plan in a Portfolio.md into exact, checked orders that a person types into the broker.',
    )
    .version(TOOL.version, '-V, --version', 'print the version')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ writeOut: shell.out, writeErr: shell.err, getOutHelpWidth: () => shell.width })
    .configureHelp({ showGlobalOptions: false })
    .exitOverride();
  for (const add of [addRebalance, addValidateStock, addCheck, addConfig]) add(program, shell, finish);
  return program;
};

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
const explain = (shell: Shell, error: unknown): number => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
  if (error instanceof Unusable) {
    complain(shell, error.issues, error instanceof UnusableConfig ? [error.input] : []);
    return EXIT.unusable;
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

/** Runs `po` with these arguments in this shell; returns the exit code and never throws. */
export const run = async (args: readonly string[], shell: Shell): Promise<number> => {
  let code: number = EXIT.ok;
  try {
    await build(shell, (finished) => (code = finished)).parseAsync(args, { from: 'user' });
  } catch (error) {
    code = explain(shell, error);
  }
  return code;
};
