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

/** How far prices may move against orders, and the limit that is breached first beyond that. */
export interface Endurance {
  /** Part of its price by which each order may fill worse, in percent; absent: up to a hundred times (a hundredth) nothing is breached. */
  readonly pct?: Pct;
  /** The finding that becomes a breach first. */
  readonly first?: { readonly constraint: string; readonly subject: string };
}

/**
 * The largest adverse move: sales may fill lower and purchases higher by up to this part of their prices, each by its
 * own, before any finding becomes graver.
 */
export interface AdverseMove {
  readonly both: Endurance;
  /** Only sales fill lower, or only purchases higher; absent where the plan has orders of one side only. */
  readonly sells?: Endurance;
  readonly buys?: Endurance;
}

/** How the orders settle, where the config says what account it is. */
export interface Settlement {
  readonly account: 'margin' | 'cash';
  /** The day (ISO) on which the orders trade, when they are typed at the time of the plan. */
  readonly trades: string;
  /** The day (ISO) on which such trades are settled. */
  readonly settles: string;
  /** How many of the purchases, in their order, are paid without the proceeds of the sales. */
  readonly paid: number;
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
  /** How far the prices of all orders together may move against the plan; absent where it has none, or is BLOCKED. */
  readonly adverseMove?: AdverseMove;
  /** Absent: the config does not say what account it is. */
  readonly settlement?: Settlement;
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
