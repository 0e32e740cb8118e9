import type { Command } from 'commander';
import type { Finish } from './planning-commands.ts';
import type { Shell } from './shell.ts';

export const addExplain = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('explain')
    .argument('<code or plan>', 'the code of a diagnostic, such as cash-missing; or the folder or the id of a plan')
    .argument(
      '[subject]',
      'of a plan: a ticker, a sector, the number of a line, or a constraint such as position_limit',
    )
    .description('tell what a diagnostic means; or why a plan is as it is, and what would change it')
    .option('--portfolio <file>', 'the portfolio (default: the one beside the plan, or Portfolio.md here)')
    .action(async (asked: string, subject: string | undefined, options: { readonly portfolio?: string }) => {
      if (subject === undefined) {
        const { explainCodeCommand } = await import('./explain-code-command.ts');
        finish(explainCodeCommand(shell, asked));
      } else {
        const { explainPlanCommand } = await import('./explain-plan-command.ts');
        finish(await explainPlanCommand(shell, asked, subject, options));
      }
    });
};
