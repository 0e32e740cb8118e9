import type { Anchor } from '../model/anchor.ts';
import type { ChosenObjective } from '../model/plan-inputs.ts';
import type { Exceptions } from '../model/exceptions.ts';
import type { StockDocument } from './stock-json.ts';

/** What the shell knows about a run besides its recommendation. */
export interface Meta {
  readonly planId: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly configSha256: string;
  /** How orders were chosen where the command said so, whatever the config says. */
  readonly objective?: ChosenObjective;
  /** The last event of the journal, where there is one. Never in plan.json: what is recorded changes no plan. */
  readonly journal?: Anchor;
  /** What excepts the breaches of a CONDITIONAL plan. Never in plan.json: the verdict and the id do not depend on it. */
  readonly exceptions?: Exceptions;
}

/** The account at one moment, in plan.json. */
export interface StateDocument {
  readonly total_value: number;
  readonly cash: number;
  readonly cash_pct: number;
  readonly sectors: readonly { readonly sector: string; readonly value: number; readonly pct: number }[];
  readonly positions: readonly {
    readonly ticker: string;
    readonly sector: string;
    readonly shares: number;
    readonly price: number;
    readonly value: number;
    readonly pct: number;
    readonly gain_pct?: number;
  }[];
}

/** One directive, in plan.json and rebalancing_directives.json. */
export interface DirectiveDocument {
  readonly id: string;
  readonly kind: 'sector' | 'ticker' | 'cash';
  readonly subject: string;
  readonly action: 'SELL' | 'BUY' | 'HOLD';
  readonly stated_pct?: number;
  readonly current_pct: number;
  readonly target_pct: number;
  readonly change_value: number;
  readonly source: { readonly line: number; readonly column: number; readonly text: string };
}

/** What the person wanted of a plan: of inputs.json, and its place in plan.json. */
export type IntentDocument =
  | { readonly kind: 'deposit' | 'withdrawal'; readonly amount: number }
  | { readonly kind: 'restraint'; readonly no_sell: boolean; readonly within_band: boolean };

/** What the orders aim at instead of an instruction, in plan.json. */
export interface AimDocument {
  readonly id: string;
  readonly subject: string;
  readonly action: 'SELL' | 'BUY' | 'HOLD';
  readonly current_pct: number;
  readonly target_pct: number;
  readonly change_value: number;
}

/** One order, in plan.json and trade_list.json. */
export interface TradeDocument {
  readonly seq: number;
  readonly action: 'SELL' | 'BUY';
  readonly ticker: string;
  readonly sector: string;
  readonly shares: number;
  readonly price: number;
  readonly value: number;
  readonly fees: number;
  readonly cash_after: number;
  readonly cash_after_pct: number;
  readonly conviction?: number;
  readonly gain_pct?: number;
  readonly directive?: string;
  readonly why: string;
}

/** One measured limit, in plan.json. */
export interface ConstraintDocument {
  readonly id: string;
  readonly subject: string;
  readonly status: 'pass' | 'note' | 'approve' | 'block';
  readonly limit: number | boolean;
  readonly before: number | boolean;
  readonly after: number | boolean;
  readonly unit: 'pct' | 'points' | 'usd' | 'flag';
  readonly slack: number | boolean;
  readonly origin: string;
}

/** One reason for the verdict, in plan.json. */
export interface ReasonDocument {
  readonly code: string;
  readonly severity: 'block' | 'approve' | 'note';
  readonly subject: string;
  readonly message: string;
  readonly source?: string;
}

/** The request to the approver: escalation.json, and its place in plan.json. */
export interface EscalationDocument {
  readonly plan_id: string;
  readonly trigger: string;
  readonly violations: readonly ReasonDocument[];
  readonly dry_run_report: string;
  readonly rebalancing_plan: readonly TradeDocument[];
  readonly request: string;
  readonly routing: string;
  readonly sla_minutes: number;
}

/** How far prices may move against orders: in percent of each price (absent: a hundred times), and what is breached first. */
export interface EnduranceDocument {
  readonly pct?: number;
  readonly first?: { readonly id: string; readonly subject: string };
}

/** How the verdict depends on the prices at which the orders fill, in plan.json. */
export interface PriceSafetyDocument {
  /** Sales lower and purchases higher, each by up to this much. */
  readonly adverse_move: EnduranceDocument;
  readonly sells_lower?: EnduranceDocument;
  readonly buys_higher?: EnduranceDocument;
  /** Between which prices each order may fill, all others as planned. */
  readonly orders: readonly { readonly seq: number; readonly lowest?: number; readonly highest?: number }[];
}

/** When the orders of a cash or a margin account settle, in plan.json. */
export interface SettlementDocument {
  readonly account: 'margin' | 'cash';
  readonly trades: string;
  readonly settles: string;
  /** The orders that wait until the sales have settled. */
  readonly waiting: readonly number[];
}

/** One thing that a counter-proposal changes, in plan.json. */
export interface CounterChangeDocument {
  readonly kind: 'target' | 'shares' | 'drop' | 'choose' | 'leave-out';
  readonly subject: string;
  readonly source: string;
  readonly text: string;
  readonly asked_pct?: number;
  readonly proposed_pct?: number;
  readonly asked_shares?: number;
  readonly proposed_shares?: number;
  readonly moved_points: number;
}

/** What is changed of what was asked: of a counter-proposal, or of a plan that is one. */
export interface ChangedDocument {
  readonly number: number;
  readonly moved_points: number;
  readonly moved_value: number;
  readonly changes: readonly CounterChangeDocument[];
}

/** One counter-proposal, in plan.json. */
export interface CounterProposalDocument extends ChangedDocument {
  readonly trades: readonly {
    readonly action: 'SELL' | 'BUY';
    readonly ticker: string;
    readonly shares: number;
    readonly price: number;
    readonly value: number;
  }[];
}

/** Why there is no counter-proposal, in plan.json. */
export interface NoCounterProposalDocument {
  readonly why: 'correct-first' | 'rules' | 'effort';
  readonly codes?: readonly string[];
  readonly rules?: readonly { readonly code: string; readonly subjects: readonly string[] }[];
  readonly tried?: number;
}

/** Everything about one plan: plan.json, schema `po.plan/1`. */
export interface PlanDocument {
  readonly schema: 'po.plan/1';
  readonly plan_id: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly now: string;
  /** The person's word on what the document's percentages are parts of; absent: none was given. */
  readonly basis?: 'total' | 'invested';
  /** What the person wanted of the plan, and what its orders aim at for that; absent: the instructions as they stand. */
  readonly intent?: IntentDocument & { readonly aims: readonly AimDocument[] };
  /** The person's word on how orders are chosen; absent: the config's held. */
  readonly objective?: 'fewest_orders';
  readonly as_of: string | null;
  readonly verdict: 'SAFE' | 'CONDITIONAL' | 'BLOCKED';
  readonly reasons: readonly ReasonDocument[];
  readonly inputs: readonly { readonly role: string; readonly path: string; readonly sha256: string }[];
  readonly config_sha256: string;
  readonly portfolio: { readonly before: StateDocument; readonly after: StateDocument };
  readonly directives: readonly DirectiveDocument[];
  readonly accounting: readonly {
    readonly line: number;
    readonly column: number;
    readonly text: string;
    readonly class: string;
    readonly reason?: string;
  }[];
  readonly trades: readonly TradeDocument[];
  /** How close whole shares come to the amounts that were wanted; `within_bp` of the account where that is not proven to be closest. */
  readonly rounding?: { readonly uncovered_value: number; readonly proven: boolean; readonly within_bp?: number };
  readonly unfilled: readonly { readonly subject: string; readonly value: number; readonly reason: string }[];
  readonly suppressed: readonly {
    readonly ticker: string;
    readonly action: string;
    readonly value: number;
    readonly reason: string;
  }[];
  readonly residuals: readonly {
    readonly subject: string;
    readonly target_pct: number;
    readonly achieved_pct: number;
    readonly gap_value: number;
  }[];
  readonly constraints: readonly ConstraintDocument[];
  /** Absent where there are no orders, or the plan is BLOCKED. */
  readonly price_safety?: PriceSafetyDocument;
  /** Absent where the config does not say what account it is. */
  readonly settlement?: SettlementDocument;
  readonly stock_validations: readonly StockDocument[];
  readonly rejected_picks: readonly { readonly ticker: string; readonly reason: string }[];
  readonly counter_proposals: readonly CounterProposalDocument[];
  /** Absent where there are counter-proposals, and where the plan needs none. */
  readonly no_counter_proposal?: NoCounterProposalDocument;
  /** The counter-proposal that this plan is of what was asked; absent: it is what was asked. */
  readonly taken?: ChangedDocument;
  readonly escalation: EscalationDocument | null;
}
