import path from 'node:path';
import { summary } from '../report/summary.ts';
import type { Request } from '../steps/read-sources.ts';
import { rebalance } from '../steps/rebalance.ts';
import { complain } from './complain.ts';
import { EXIT, exitOf } from './exit-code.ts';
import { gather, type SourceOptions } from './gather.ts';
import { publish } from './publish.ts';
import type { Shell } from './shell.ts';

/** Options of `po rebalance`. */
export interface RebalanceOptions extends SourceOptions {
  readonly stock?: readonly string[];
  /** Choose as few orders as possible, whatever the config says. */
  readonly fewestOrders?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const withFewest = ({ config, ...request }: Request): Request => ({
  ...request,
  config: { ...config, trading: { ...config.trading, objective: 'fewest_orders' } },
});

/** `po rebalance FILE`: from Portfolio.md to the orders, the verdict and the report. Returns the exit code. */
export const rebalanceCommand = async (shell: Shell, file: string, options: RebalanceOptions): Promise<number> => {
  const gathered = await gather(shell, file, options.stock ?? [], options);
  const { request, inputs, config, folder } = gathered;
  const outcome = rebalance(options.fewestOrders === true ? withFewest(request) : request, gathered.issues);
  if ('kind' in outcome) {
    complain(shell, outcome.issues, inputs);
    return EXIT.unusable;
  }
  const into = options.out === undefined ? path.join(folder, 'plans') : path.resolve(shell.cwd, options.out);
  const published = await publish(outcome, inputs, config, { folder: into, cwd: shell.cwd });
  if (options.quiet !== true) complain(shell, outcome.issues, inputs);
  if (options.json === true) shell.out(published.files.get('plan.json') ?? '');
  else if (options.quiet !== true) {
    shell.out(summary(outcome, published.meta, published.folder, { width: shell.width, colour: shell.colour.out }));
  }
  return exitOf(outcome.verdict);
};
