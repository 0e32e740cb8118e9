import path from 'node:path';
import type { Basis } from '../model/directive.ts';
import { batchLine, batchRefusal } from '../report/batch-line.ts';
import { rebalance } from '../steps/rebalance.ts';
import { bookBeside } from './book-beside.ts';
import { EXIT, exitOf } from './exit-code.ts';
import { gather } from './gather.ts';
import type { LoadedConfig } from './load-config.ts';
import { namePlan, prepare } from './prepare.ts';
import { Unusable, type Shell } from './shell.ts';
import { TOOL } from './tool.ts';
import { wayOut } from './way-out.ts';
import { writePlan } from './write-plan.ts';

/** What holds for every account of a batch. */
export interface BatchTerms {
  readonly now: string;
  readonly config?: string;
  readonly basis?: Basis;
  /** Whether the folder of each plan is written too. */
  readonly plans: boolean;
}

/** What became of one account. */
export interface AccountResult {
  /** One line of JSON, with its line end. */
  readonly line: string;
  readonly exit: number;
}

/** Loads limits, each text of a config once. */
export type ConfigLoader = (shell: Shell, named: string | undefined, folder: string) => Promise<LoadedConfig>;

const planned = async (shell: Shell, file: string, terms: BatchTerms, load: ConfigLoader): Promise<AccountResult> => {
  const gathered = await gather(shell, file, [], terms, load);
  const book = await bookBeside(shell, gathered);
  const origin = { ...gathered, issues: [...gathered.issues, ...book.found] };
  const asked = rebalance(gathered.request, origin.issues);
  if ('kind' in asked)
    return { line: `${batchRefusal(file, terms.now, EXIT.unusable, asked.issues)}\n`, exit: EXIT.unusable };
  const { plan } = await wayOut(asked, gathered.request, origin.issues, undefined);
  const exit = exitOf(plan.verdict);
  const planId = namePlan(plan, origin, TOOL);
  if (terms.plans) await writePlan(path.join(gathered.folder, 'plans'), planId, prepare(plan, origin, book).files);
  return { line: `${batchLine(file, exit, planId, plan)}\n`, exit };
};

/** An account that cannot be used, or at which the program fails, is a line like any other: it stops nobody else. */
const refusal = (file: string, { now }: BatchTerms, error: unknown): AccountResult => {
  if (error instanceof Unusable)
    return { line: `${batchRefusal(file, now, EXIT.unusable, error.issues)}\n`, exit: EXIT.unusable };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const bug = { code: 'internal-error', level: 'unusable', detail: { version: TOOL.version } } as const;
  const line = JSON.parse(batchRefusal(file, now, EXIT.internal, [bug])) as object;
  return { line: `${JSON.stringify({ ...line, trace })}\n`, exit: EXIT.internal };
};

/** Plans one account of a batch. */
export const batchAccount = async (
  shell: Shell,
  file: string,
  terms: BatchTerms,
  load: ConfigLoader,
): Promise<AccountResult> => {
  try {
    return await planned(shell, file, terms, load);
  } catch (error) {
    return refusal(file, terms, error);
  }
};
