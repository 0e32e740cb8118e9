import type { Command } from 'commander';
import type { DecisionOptions } from './decide-command.ts';
import { several, type Finish } from './planning-commands.ts';
import type { ResolveOptions } from './resolve-command.ts';
import type { Shell } from './shell.ts';

const withPortfolio = (command: Command): Command =>
  command.option('--portfolio <file>', 'the portfolio (default: the one beside the plan, or Portfolio.md here)');

const withNow = (command: Command): Command =>
  withPortfolio(command).option('--now <time>', 'the stated time, ISO with offset, instead of the clock');

const withRecord = (command: Command): Command =>
  withNow(command).option(
    '--as-it-stands',
    'the portfolio has lost its last line (<!-- po:journal … -->), but says everything that was recorded',
  );

export const addFill = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('fill')
    .argument(
      '[words...]',
      'the plan (may be left out where there is one only), then "SOLD 100 NEM @ 84.11", or - for standard input',
    )
    .description('record what the broker did; Portfolio.md follows')
    .option('--order <number>', 'the number of the order, with --shares and --price')
    .option('--shares <number>', 'how many shares were filled')
    .option('--price <dollars>', 'at which price')
    .option('--fees <dollars>', 'what it cost')
    .option('--at <time>', 'when: a day, or a day with a time')
    .option('--id <name>', "the broker's own name for the fill; the same name is never recorded twice")
    .option('--csv <file>', "the broker's export of transactions (E*TRADE)")
    .option('--dry-run', 'say what would be recorded, and record nothing')
    .option('--quiet', 'print nothing but errors');
  withRecord(command).action(async (words: string[], options: object) => {
    const { fillCommand } = await import('./fill-command.ts');
    finish(await fillCommand(shell, words, options));
  });
};

export const addStatus = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('status')
    .argument('[plan]', 'the folder or the id of a plan (may be left out where there is one only)')
    .description('show what is filled, how well, what is left, cash, drift, alarms and approvals');
  withRecord(command).action(async (plan: string | undefined, options: object) => {
    const { statusCommand } = await import('./status-command.ts');
    finish(await statusCommand(shell, plan, options));
  });
};

export const addReplan = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('replan')
    .argument('[plan]', 'the folder or the id of a plan (may be left out where there is one only)')
    .description("plan what is left of a plan at today's prices")
    .option('--market <file>', "today's market file (default: the one beside the portfolio)")
    .option('--sectors <file>', 'CSV with a symbol and a sector column, for holdings whose table names no sector')
    .option('--out <folder>', 'folder that gets the new plan (default: plans/ beside the portfolio)')
    .option('--json', 'print the new plan as JSON to stdout, and nothing else')
    .option('--quiet', 'print nothing but errors');
  withRecord(command).action(async (plan: string | undefined, options: object) => {
    const { replanCommand } = await import('./replan-command.ts');
    finish(await replanCommand(shell, plan, options));
  });
};

const withDecision = (command: Command): Command =>
  withRecord(
    command
      .argument('<plan>', 'the folder or the id of a plan')
      .requiredOption('--by <name>', 'who decides: an approver of the config')
      .requiredOption('--reason <text>', 'why'),
  );

export const addApprove = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('approve')
    .description('except breaches of a CONDITIONAL plan, in the name of an approver, for a while')
    .option('--finding <breach>', 'one breach, such as "position_limit NVDA" (may be repeated; default: all)', several)
    .option('--until <time>', 'the last moment on which it holds (default: as long as the config gives for an answer)');
  withDecision(command).action(async (plan: string, options: DecisionOptions) => {
    const { approveCommand } = await import('./decide-command.ts');
    finish(await approveCommand(shell, plan, options));
  });
};

export const addReject = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program.command('reject').description('say no to a CONDITIONAL plan, in the name of an approver');
  withDecision(command).action(async (plan: string, options: DecisionOptions) => {
    const { rejectCommand } = await import('./decide-command.ts');
    finish(await rejectCommand(shell, plan, options));
  });
};

export const addResolve = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('resolve')
    .argument('<number>', 'the number of the event of a quarantined report')
    .description('settle a report in quarantine')
    .option('--accept', 'it is true: book it')
    .option('--dismiss', 'it was a slip: drop it')
    .requiredOption('--reason <text>', 'why')
    .option('--sector <name>', 'the sector of a ticker that neither plan nor portfolio knows');
  withRecord(command).action(async (number: string, options: ResolveOptions) => {
    const { resolveCommand } = await import('./resolve-command.ts');
    finish(await resolveCommand(shell, number, options));
  });
};

export const addJournal = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('journal')
    .description('show what is on record')
    .option('--ticker <symbol>', 'only what concerns this ticker')
    .option('--since <time>', 'only from this day or moment on')
    .option('--json', 'print the events as JSON');
  withPortfolio(command).action(async (options: object) => {
    const { journalCommand } = await import('./journal-command.ts');
    finish(await journalCommand(shell, options));
  });
};

export const addVerify = (program: Command, shell: Shell, finish: Finish): void => {
  const command = program
    .command('verify')
    .description('check that nobody changed the record, and that the portfolio agrees with it');
  withPortfolio(command).action(async (options: object) => {
    const { verifyCommand } = await import('./verify-command.ts');
    finish(await verifyCommand(shell, options));
  });
};
