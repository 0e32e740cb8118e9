import { status } from '../report/status.ts';
import { EMPTY_BOOK } from '../journal/book.ts';
import { choosePlan } from './choose-plan.ts';
import { EXIT } from './exit-code.ts';
import { layoutOf } from './layout-of.ts';
import { statedNow } from './now.ts';
import { openPlan } from './open-plan.ts';
import { hasRecord, openRecord } from './open-record.ts';
import { planStatus } from './plan-status.ts';
import type { Shell } from './shell.ts';
import { writeAfterTrade } from './write-after-trade.ts';

/** Options of `po status`. */
export interface StatusOptions {
  readonly portfolio?: string;
  readonly now?: string;
  readonly asItStands?: boolean;
}

/** `po status [PLAN]`: what is left, cash now, drift, slippage, alarms, approvals. Returns the exit code. */
export const statusCommand = async (
  shell: Shell,
  given: string | undefined,
  options: StatusOptions,
): Promise<number> => {
  const now = statedNow(shell, options.now);
  const plan = await openPlan(shell, given ?? choosePlan(shell, options.portfolio), options.portfolio);
  const record = hasRecord(plan.portfolio) ? await openRecord(plan.portfolio, now, options.asItStands) : undefined;
  const document = plan.recommendation.portfolio.file;
  const of = planStatus(plan, record?.book ?? EMPTY_BOOK, document, now);
  shell.out(status(of, record?.found ?? [], layoutOf(shell)));
  if (record !== undefined && of.quality.filledShare.num > 0n) await writeAfterTrade(plan.folder, of);
  return EXIT.ok;
};
