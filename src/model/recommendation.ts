import type { Repair, Taken } from './counter-proposal.ts';
import type { AccountedLine, Basis, ResolvedDirective } from './directive.ts';
import type { Finding } from './finding.ts';
import type { Intent } from './intent.ts';
import type { Issue } from './issue.ts';
import type { Market } from './market.ts';
import type { Portfolio } from './portfolio.ts';
import type { Ratio } from './ratio.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Spelling } from './sector.ts';
import type { StockValidation } from './stock-validation.ts';
import type { Plan } from './trade.ts';
import type { Cents, Pct, Price } from './units.ts';
import type { Verdict } from './verdict.ts';

/** How close the account came to a directive. */
export interface Residual {
  readonly subject: string;
  readonly target: Ratio;
  readonly achieved: Ratio;
  /** Dollars still missing (positive: below the target; negative: above). */
  readonly gap: Cents;
}

/**
 * The prices between which one order may fill, all other prices unchanged, without any finding becoming a breach.
 * An absent bound: no price on that side, within a hundred times the plan's, changes
 * anything.
 */
export interface PriceRange {
  readonly lowest?: Price;
  readonly highest?: Price;
}

/** The request to the approver that a CONDITIONAL recommendation carries (step 3A). */
export interface Escalation {
  readonly trigger: 'constraint_violation' | 'open_question';
  readonly routing: string;
  readonly slaMinutes: number;
}

/** The workflow that made a recommendation. */
export type Workflow = 'rebalance' | 'validate-stock';

/**
 * Everything that was known and decided. Reports, guides and records only read it; nothing downstream computes a
 * decision again.
 */
export interface Recommendation {
  readonly workflow: Workflow;
  /** The stated time, ISO with offset, as given. */
  readonly now: string;
  /** The person's word on what the document's percentages are parts of; absent: none was given, the total was taken. */
  readonly basis?: Basis;
  /** What the person wanted of the plan besides the document's instructions; absent: nothing was said. */
  readonly intent?: Intent;
  readonly verdict: Verdict;
  readonly portfolio: Portfolio;
  readonly market?: Market;
  readonly spelling: Spelling;
  readonly directives: readonly ResolvedDirective[];
  readonly accounting: readonly AccountedLine[];
  readonly plan: Plan;
  readonly residuals: readonly Residual[];
  readonly rehearsal: Rehearsal;
  /** One a constraint and subject, passes too, in order of constraint and subject. */
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
  readonly stockValidations: readonly StockValidation[];
  /** By position of the order in the plan. */
  readonly priceRanges: readonly PriceRange[];
  /** The cash that has to be kept at the end: what it is as a percentage, and in dollars. */
  readonly cashFloor: { readonly pct: Pct; readonly usd: Cents };
  readonly escalation?: Escalation;
  /** The way out of a rebalance that is not SAFE; absent where there is nothing to repair, or nobody looked. */
  readonly repair?: Repair;
  /** Of a plan that is a counter-proposal: what it changes of what was asked. */
  readonly taken?: Taken;
}

/** A document of which nothing can be made; the issues say why. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly issues: readonly Issue[];
  readonly accounting: readonly AccountedLine[];
}
