import { Option, type Command } from 'commander';
import type { Shell } from './shell.ts';

/** Takes the exit code of a command that has run. */
export type Finish = (code: number) => void;

/** An option that may be given more than once. */
export const several = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** The number of a counter-proposal; what is no whole number from 1 on is the number of none. */
const counterNumber = (text: string): number => (/^[1-9]\d{0,3}$/u.test(text) ? Number(text) : 0);

const withSources = (command: Command): Command =>
  command
    .option(
      '--market <file>',
      'market file (default: Market-Analyst.md, market.json or Regime.json beside the portfolio)',
    )
    .option('--sectors <file>', 'CSV with a symbol and a sector column, for holdings whose table names no sector')
    .option('--config <file>', 'limits (default: config/constraints.json beside or above the portfolio)')
    .option('--now <time>', 'the stated time, ISO with offset, instead of the clock');

const BASES = 'what the percentages of the document are parts of: the whole account, or the invested money';

const withBasis = (command: Command): Command =>
  command.addOption(new Option('--basis <basis>', BASES).choices(['total', 'invested']));

const withOutputs = (command: Command): Command =>
  command
    .option('--out <folder>', 'folder that gets one folder a plan (default: plans/ beside the portfolio)')
    .option('--json', 'print the result as JSON to stdout, and nothing else')
    .option('--quiet', 'print nothing but errors');

export const addRebalance = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('rebalance')
    .argument('<file>', 'Portfolio.md, or - for standard input')
    .description('turn the action plan into checked orders, a report and an execution guide')
    .option('--stock <file>', 'a stock file whose pick is a candidate (may be repeated)', several)
    .option('--no-sell', 'sell nothing: buy with the cash above its floor, and list what the sales would have brought')
    .option('--deposit <amount>', 'new money, not in the document’s cash yet: buy the most underweight, sell nothing')
    .option('--withdraw <amount>', 'money that leaves the account: sell the most overweight until it is there')
    .option('--within-band', 'trade only what has drifted out of its band, and only back to the edge of the band')
    .option('--fewest-orders', 'as few orders as bring each sector near its target, whatever the config says')
    .option('--take <number>', 'make the counter-proposal of this number the plan', counterNumber)
    .option('--accept-exceptions', 'exit 0 for a CONDITIONAL plan when everything that needs approval is excepted');
  withOutputs(withBasis(withSources(command))).action(async (file: string, options: object) => {
    const { rebalanceCommand } = await import('./rebalance-command.ts');
    finish(await rebalanceCommand(shell, file, options));
  });
};

export const addValidateStock = (program: Command, shell: Shell, finish: Finish): void => {
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

export const addCheck = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('check')
    .argument('<file>', 'Portfolio.md, or - for standard input')
    .description('read and reconcile only: every finding with its line; nothing is planned or written')
    .option('--quiet', 'print findings only');
  withBasis(withSources(command)).action(async (file: string, options: object) => {
    const { checkCommand } = await import('./check-command.ts');
    finish(await checkCommand(shell, file, options));
  });
};

export const addReplay = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('replay')
    .argument('<plan>', 'the folder of a plan, or the id of a plan below ./plans')
    .description('make a plan again from its record and compare every file byte for byte')
    .action(async (plan: string) => {
      const { replayCommand } = await import('./replay-command.ts');
      finish(await replayCommand(shell, plan));
    });
};

export const addConfig = (program: Command, shell: Shell, finish: Finish): void => {
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

export const addBatch = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('batch')
    .argument('[files...]', 'the portfolios')
    .description('plan many accounts: one line of JSON for each, in their order')
    .option('--manifest <file>', 'a file that names one portfolio a line, or - for standard input')
    .option('--to <file>', 'file for the lines; lines of a run that was cut short stay, and it goes on after them')
    .option('--plans', 'write the folder of each plan too, beside its portfolio')
    .option('--threads <number>', 'how many to plan at a time (default: one for each core)')
    .option('--config <file>', 'limits for all (default: config/constraints.json beside or above each portfolio)')
    .option('--now <time>', 'the stated time, ISO with offset, instead of the clock')
    .option('--quiet', 'do not say how far it is');
  withBasis(command).action(async (files: string[], options: object) => {
    const { batchCommand } = await import('./batch-command.ts');
    finish(await batchCommand(shell, files, options));
  });
};
