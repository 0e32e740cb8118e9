import path from 'node:path';
import { summary } from '../report/summary.ts';
import { readSources } from '../steps/read-sources.ts';
import { replan } from '../steps/replan.ts';
import { choosePlan } from './choose-plan.ts';
import { complain } from './complain.ts';
import { exitOf } from './exit-code.ts';
import { gather } from './gather.ts';
import { openPlan, type OpenPlan } from './open-plan.ts';
import { openRecord } from './open-record.ts';
import { publish } from './publish.ts';
import { bookOf } from './record-book.ts';
import { statedNow } from './now.ts';
import { Unusable, type Shell } from './shell.ts';

/** Options of `po replan`. */
export interface ReplanOptions {
  readonly portfolio?: string;
  readonly market?: string;
  readonly now?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const baseOf = ({ request }: OpenPlan) => {
  const { sources, issues } = readSources(request, true);
  if (sources === undefined) throw new Unusable(...issues);
  return sources;
};

/** `po replan PLAN`: what is left of a plan, at today's prices. Returns the exit code of the new plan's verdict. */
export const replanCommand = async (
  shell: Shell,
  given: string | undefined,
  options: ReplanOptions,
): Promise<number> => {
  const now = statedNow(shell, options.now);
  const plan = await openPlan(shell, given ?? choosePlan(shell, options.portfolio), options.portfolio);
  const record = await openRecord(plan.portfolio, now);
  const gathered = await gather(shell, plan.portfolio, [], { ...options, now });
  const today = readSources(gathered.request, false);
  if (today.sources === undefined) throw new Unusable(...today.issues);
  const fills = record.book.fills.map(({ fill }) => fill).filter((fill) => fill.plan === plan.id);
  const unfinished = { base: baseOf(plan), made: plan.request, fills, today: today.sources, terms: gathered.request };
  const outcome = replan(unfinished, [...gathered.issues, ...today.issues]);
  const home = path.dirname(plan.portfolio);
  const into = options.out === undefined ? path.join(home, 'plans') : path.resolve(shell.cwd, options.out);
  const origin = { ...gathered, continues: { plan: plan.inputs, fills } };
  const published = await publish(outcome, origin, bookOf(record.book), { folder: into, cwd: shell.cwd });
  if (options.quiet !== true) complain(shell, outcome.issues, gathered.inputs);
  if (options.json === true) shell.out(published.files.get('plan.json') ?? '');
  else if (options.quiet !== true)
    shell.out(summary(outcome, published.meta, published.folder, { width: shell.width, colour: shell.colour.out }));
  return exitOf(outcome.verdict);
};
