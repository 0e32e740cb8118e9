import path from 'node:path';
import { isExcepted } from '../model/exceptions.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { summary } from '../report/summary.ts';
import { rebalance } from '../steps/rebalance.ts';
import { bookBeside } from './book-beside.ts';
import { complain } from './complain.ts';
import { EXIT, exitOf } from './exit-code.ts';
import { gather, type SourceOptions } from './gather.ts';
import { inTime } from './in-time.ts';
import { layoutOf } from './layout-of.ts';
import { publish, type Published } from './publish.ts';
import { loadConfig, withObjective } from './load-config.ts';
import type { Shell } from './shell.ts';
import { statedIntent, type IntentOptions } from './stated-intent.ts';
import { wayOut } from './way-out.ts';

/** Options of `po rebalance`. */
export interface RebalanceOptions extends Omit<SourceOptions, 'intent'>, IntentOptions {
  readonly stock?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Exit 0 for a CONDITIONAL plan whose every breach is excepted. */
  readonly acceptExceptions?: boolean;
  /** Fewest orders for this plan, whatever the config says. */
  readonly fewestOrders?: boolean;
  /** Makes the counter-proposal of this number the plan. */
  readonly take?: number;
}

/** What goes to stdout: the plan for programs, the summary for people, or nothing. */
const pageOf = (
  shell: Shell,
  outcome: Recommendation,
  { meta, files, folder }: Published,
  { json, quiet }: RebalanceOptions,
): string => {
  if (json === true) return files.get('plan.json') ?? '';
  return quiet === true ? '' : summary(outcome, meta, folder, layoutOf(shell));
};

/** `po rebalance FILE`: from Portfolio.md to the orders, the verdict and the report. Returns the exit code. */
export const rebalanceCommand = async (shell: Shell, file: string, options: RebalanceOptions): Promise<number> => {
  const objective = options.fewestOrders === true ? 'fewest_orders' : undefined;
  const gathered = await gather(
    shell,
    file,
    options.stock ?? [],
    { ...options, intent: statedIntent(options) },
    async (...source) => withObjective(await loadConfig(...source), objective),
  );
  const { request, inputs, folder } = gathered;
  const book = await bookBeside(shell, gathered);
  const origin = { ...gathered, issues: [...gathered.issues, ...book.found] };
  const asked = inTime(inputs, () => rebalance(request, origin.issues));
  if ('kind' in asked) {
    complain(shell, asked.issues, inputs);
    return EXIT.unusable;
  }
  const { plan: outcome } = await wayOut(asked, request, origin.issues, options.take);
  const into = options.out === undefined ? path.join(folder, 'plans') : path.resolve(shell.cwd, options.out);
  const published = publish(outcome, origin, book, { folder: into, cwd: shell.cwd });
  const page = pageOf(shell, outcome, published, options);
  await published.written;
  if (options.quiet !== true) complain(shell, outcome.issues, inputs);
  shell.out(page);
  const accepted = options.acceptExceptions === true && isExcepted(published.meta.exceptions);
  return accepted ? EXIT.ok : exitOf(outcome.verdict);
};
