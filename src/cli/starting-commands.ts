import type { Command } from 'commander';
import type { Finish } from './planning-commands.ts';
import type { Shell } from './shell.ts';

export const addImport = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('import')
    .argument('<file>', "a broker's export of positions, or - for standard input")
    .description('turn what a broker exports into a Portfolio.md')
    .option('--sectors <file>', 'CSV with a symbol and a sector column')
    .option('--out <file>', 'file to write, or - for standard output (default: Portfolio.md in this folder)')
    .option('--total <amount>', 'value of the account, cash included, to compare with or to work out shares from')
    .option('--market <file>', 'market file whose picks name prices, for an export of weights')
    .option('--now <time>', 'the stated time, ISO with offset, instead of the clock')
    .action(async (file: string, options: object) => {
      const { importCommand } = await import('./import-command.ts');
      finish(await importCommand(shell, file, options));
    });
};

export const addInit = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('init')
    .argument('[folder]', 'folder to write into', '.')
    .description('write a starter portfolio, market file and config that can be planned as they are')
    .option('--now <time>', 'the stated time, ISO with offset, instead of the clock')
    .action(async (folder: string, options: object) => {
      const { initCommand } = await import('./init-command.ts');
      finish(await initCommand(shell, folder, options));
    });
};
