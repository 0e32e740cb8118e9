import type { Actual } from './actual.ts';
import type { Exceptions } from './exceptions.ts';
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
  /** When the plan was made, and the stated time; ISO with an offset. */
  readonly made: string;
  readonly now: string;
  /** Who is asked where the plan needs approval, and within how many minutes of its making. */
  readonly routing: string;
  readonly slaMinutes: number;
  /** What excepts its breaches; absent where it needs no approval. */
  readonly exceptions?: Exceptions;
  readonly quality: ExecutionQuality;
  /** The account on which the plan began, with what was really filled: judged by the six constraints. */
  readonly actual: Actual;
  /** The account as Portfolio.md has it now. */
  readonly account: Pick<Portfolio, 'holdings' | 'cash'>;
  readonly spelling: Spelling;
  readonly waiting: readonly Waiting[];
}
