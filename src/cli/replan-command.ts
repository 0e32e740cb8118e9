import path from 'node:path';
import { summary } from '../report/summary.ts';
import { choosePlan } from './choose-plan.ts';
import { complain } from './complain.ts';
import { continuePlan, rootOf } from './continue-plan.ts';
import { EXIT, exitOf } from './exit-code.ts';
import { gather } from './gather.ts';
import { layoutOf } from './layout-of.ts';
import { openPlan } from './open-plan.ts';
import { openRecord } from './open-record.ts';
import { publish } from './publish.ts';
import { bookOf } from './record-book.ts';
import { statedNow } from './now.ts';
import type { Shell } from './shell.ts';

/** Options of `po replan`. */
export interface ReplanOptions {
  readonly portfolio?: string;
  readonly market?: string;
  readonly sectors?: string;
  readonly now?: string;
  readonly asItStands?: boolean;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `po replan PLAN`: what is left of a plan, at today's prices. Returns the exit code of the new plan's verdict. */
export const replanCommand = async (
  shell: Shell,
  given: string | undefined,
  options: ReplanOptions,
): Promise<number> => {
  const now = statedNow(shell, options.now);
  const plan = await openPlan(shell, given ?? choosePlan(shell, options.portfolio), options.portfolio);
  const record = await openRecord(plan.portfolio, now, options.asItStands);
  const gathered = await gather(shell, plan.portfolio, [], { ...options, now });
  const fills = record.book.fills.map(({ fill }) => fill).filter((fill) => fill.plan === plan.id);
  const continues = rootOf({ plan: plan.inputs, fills });
  const outcome = await continuePlan(continues, gathered.request, gathered.issues);
  if ('kind' in outcome) {
    complain(shell, outcome.issues, gathered.inputs);
    return EXIT.unusable;
  }
  const home = path.dirname(plan.portfolio);
  const into = options.out === undefined ? path.join(home, 'plans') : path.resolve(shell.cwd, options.out);
  const origin = { ...gathered, continues };
  const published = publish(outcome, origin, bookOf(record.book), { folder: into, cwd: shell.cwd });
  await published.written;
  if (options.quiet !== true) complain(shell, outcome.issues, gathered.inputs);
  if (options.json === true) shell.out(published.files.get('plan.json') ?? '');
  else if (options.quiet !== true) shell.out(summary(outcome, published.meta, published.folder, layoutOf(shell)));
  return exitOf(outcome.verdict);
};
