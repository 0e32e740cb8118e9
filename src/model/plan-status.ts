import type { Actual } from './actual.ts';
import type { ExecutionQuality } from './execution-quality.ts';
import type { ReportedFill } from './fill.ts';
import type { Doubt } from './fill-check.ts';
import type { Portfolio } from './portfolio.ts';
import type { Spelling } from './sector.ts';
import type { Verdict } from './verdict.ts';

/** A reported fill in quarantine, by the number of its event in the journal. */
export interface Waiting extends Doubt {
  readonly seq: number;
  readonly reported: ReportedFill;
}

/** A plan while and after its orders are typed: what is filled, how well, what is left, and what it has come to. */
export interface PlanStatus {
  readonly planId: string;
  /** The verdict of the plan itself. */
  readonly verdict: Verdict;
  /** The stated time. */
  readonly now: string;
  readonly quality: ExecutionQuality;
  /** The account on which the plan began, with what was really filled: judged by the six constraints. */
  readonly actual: Actual;
  /** The account as Portfolio.md has it now. */
  readonly account: Pick<Portfolio, 'holdings' | 'cash'>;
  readonly spelling: Spelling;
  readonly waiting: readonly Waiting[];
}
