import type { Finding } from './finding.ts';
import type { Issue } from './issue.ts';
import type { Residual } from './recommendation.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What a plan has come to: its starting account with what was really filled, judged like a plan. */
export interface Actual {
  readonly rehearsal: Rehearsal;
  /** One a constraint and subject, passes too. */
  readonly findings: readonly Finding[];
  /** Fills that the starting account does not allow: more sold than it held. */
  readonly issues: readonly Issue[];
  /** The drift from the targets: how close the fills came to each directive. */
  readonly residuals: readonly Residual[];
}
