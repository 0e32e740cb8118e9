import { verdictOf } from '../model/verdict.ts';
import { checkSummary } from '../report/check-summary.ts';
import { check } from '../steps/check.ts';
import { complain } from './complain.ts';
import { EXIT, exitOf } from './exit-code.ts';
import { gather, type SourceOptions } from './gather.ts';
import { inTime } from './in-time.ts';
import type { Shell } from './shell.ts';

/** Options of `po check`. */
export interface CheckOptions extends SourceOptions {
  readonly quiet?: boolean;
}

/** `po check FILE`: reads and reconciles, plans nothing, writes nothing. Returns the exit code. */
export const checkCommand = async (shell: Shell, file: string, options: CheckOptions): Promise<number> => {
  const gathered = await gather(shell, file, [], options);
  const { issues, accounting } = inTime(gathered.inputs, () => check(gathered.request, gathered.issues));
  complain(shell, issues, gathered.inputs);
  if (options.quiet !== true) shell.out(checkSummary(issues, accounting, gathered.inputs[0]?.file ?? file));
  return issues.some(({ level }) => level === 'unusable')
    ? EXIT.unusable
    : exitOf(verdictOf(issues.map(({ level }) => level)));
};
