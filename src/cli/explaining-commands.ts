import type { Command } from 'commander';
import type { Finish } from './planning-commands.ts';
import type { Shell } from './shell.ts';

export const addExplain = (program: Command, shell: Shell, finish: Finish): void => {
  program
    .command('explain')
    .argument('<plan>', 'the folder or the id of a plan')
    .argument('<subject>', 'a ticker, a sector, the number of a line, or a constraint such as position_limit')
    .description('tell why a plan is as it is, and what would change it')
    .option('--portfolio <file>', 'the portfolio (default: the one beside the plan, or Portfolio.md here)')
    .action(async (plan: string, subject: string, options: { readonly portfolio?: string }) => {
      const { explainPlanCommand } = await import('./explain-plan-command.ts');
      finish(await explainPlanCommand(shell, plan, subject, options));
    });
};
