import type { AccountedLine, ResolvedDirective } from './directive.ts';
import type { Finding } from './finding.ts';
import type { Sector } from './sector.ts';
import type { Ticker } from './ticker.ts';
import type { Suppressed, Trade, Unfilled } from './trade.ts';
import type { Shares } from './units.ts';

/** What a person asks about. */
export type Subject =
  | { readonly kind: 'ticker'; readonly ticker: Ticker }
  | { readonly kind: 'sector'; readonly sector: Sector }
  | { readonly kind: 'directive'; readonly resolved: ResolvedDirective }
  | { readonly kind: 'line'; readonly line: AccountedLine }
  | { readonly kind: 'constraint'; readonly id: string };

/**
 * A rule that has a say in who is traded and how much, by a name whose words stand in templates/phrases/rule-<name>.hbs,
 * with the values of those words.
 */
export interface Rule {
  readonly name: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** What would be traded of a ticker otherwise: signed shares, purchases above zero. */
export interface Otherwise {
  readonly ticker: Ticker;
  readonly planned: Shares;
  readonly otherwise: Shares;
}

/** What the orders would be without a rule (or without several at once, where no single one decides). */
export interface Effect {
  readonly rules: readonly Rule[];
  /** In order of the tickers; only those whose order would be another one. */
  readonly changes: readonly Otherwise[];
}

/** Why a ticker has no order: a code whose words stand in templates/phrases/not-traded-<code>.hbs. */
export interface NotTraded {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Why the plan is as it is, as far as one subject goes. */
export interface Explanation {
  readonly subject: Subject;
  /** Directives that concern the subject. */
  readonly directives: readonly ResolvedDirective[];
  /** Its orders with their numbers in the plan. */
  readonly orders: readonly { readonly seq: number; readonly trade: Trade }[];
  readonly unfilled: readonly Unfilled[];
  readonly suppressed: readonly Suppressed[];
  /** Of a ticker without an order. */
  readonly notTraded?: NotTraded;
  readonly findings: readonly Finding[];
  /** The rules without any one of which the orders of the subject would be others. */
  readonly bound: readonly Effect[];
  /** Where none does so alone: the fewest that have to go together. */
  readonly together?: Effect;
  /** The rules without which they would be the same. */
  readonly unbound: readonly Rule[];
  /** Whether the orders were worked out again without the rules; where not, nothing was compared. */
  readonly compared: boolean;
}
