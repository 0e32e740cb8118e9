import { append, type Decide } from '../journal/append.ts';
import type { Excepted, Happening } from '../model/event.ts';
import type { Parsed } from '../model/issue.ts';
import { decisionSummary } from '../report/decision-summary.ts';
import { checkApproval } from '../steps/3a-check-approval.ts';
import type { DecisionRequest } from '../steps/3a-check-decision.ts';
import { checkRejection } from '../steps/3a-check-rejection.ts';
import { complain } from './complain.ts';
import { decidable } from './decidable.ts';
import { EXIT } from './exit-code.ts';
import { decisionsIn, exceptionsOn } from './exceptions-on.ts';
import { layoutOf } from './layout-of.ts';
import { notify } from './notify.ts';
import { statedNow } from './now.ts';
import { openPlan } from './open-plan.ts';
import { openRecord } from './open-record.ts';
import { presentOf } from './present-of.ts';
import type { Shell } from './shell.ts';

/** Options of `po approve` and `po reject`. */
export interface DecisionOptions {
  readonly by: string;
  readonly reason: string;
  readonly finding?: readonly string[];
  readonly until?: string;
  readonly portfolio?: string;
  readonly now?: string;
  readonly asItStands?: boolean;
}

/** `position_limit NVDA`: a breach as the messages name it. */
const breachNamed = (text: string): Excepted => {
  const [code = '', ...subject] = text.trim().split(/[\s:]+/u);
  return { code, subject: subject.join(' ') };
};

type Check = (request: DecisionRequest, now: string) => Parsed<Happening>;

/** Refusals that say that the plan is not what it was: its record is stale. */
const isVoid = (code: string): boolean => code.startsWith('void-');

const decide = async (shell: Shell, given: string, options: DecisionOptions, check: Check): Promise<number> => {
  const now = statedNow(shell, options.now);
  const plan = await openPlan(shell, given, options.portfolio);
  const present = await presentOf(shell, plan);
  const { approvals } = plan.config.config;
  const request = { plan: decidable(plan), present, by: options.by, reason: options.reason, approvals };
  const first = check({ ...request, decisions: [] }, now);
  if (first.value === undefined) return refuse(shell, first);
  const record = await openRecord(plan.portfolio, now, options.asItStands);
  const judge: Decide = (book) => check({ ...request, decisions: decisionsIn(book) }, now);
  const { value, issues } = await append(record.access, record.book, judge);
  if (value?.event === undefined) return refuse(shell, { issues });
  const { book } = await openRecord(plan.portfolio, now);
  shell.out(decisionSummary(value.event, exceptionsOn(plan, book, now), layoutOf(shell)));
  await notify(shell, plan, value.event.kind);
  return EXIT.ok;
};

const refuse = (shell: Shell, { issues }: Parsed<unknown>): number => {
  complain(shell, issues, []);
  return issues.some(({ code }) => isVoid(code)) ? EXIT.stale : EXIT.unusable;
};

/** `po approve PLAN`: a named person excepts breaches of a plan, for a while. Returns the exit code. */
export const approveCommand = (shell: Shell, given: string, options: DecisionOptions): Promise<number> =>
  decide(shell, given, options, (request, now) =>
    checkApproval({
      ...request,
      now,
      ...(options.finding === undefined ? {} : { excepted: options.finding.map(breachNamed) }),
      ...(options.until === undefined ? {} : { until: options.until }),
    }),
  );

/** `po reject PLAN`: a named person says no to a plan. Returns the exit code. */
export const rejectCommand = (shell: Shell, given: string, options: DecisionOptions): Promise<number> =>
  decide(shell, given, options, (request) => checkRejection(request));
