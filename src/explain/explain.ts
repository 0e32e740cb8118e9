import type { Explanation, Subject } from '../model/explanation.ts';
import type { Recommendation } from '../model/recommendation.ts';
import type { Sources, Terms } from '../steps/read-sources.ts';
import { effectsOf, type Effects } from './effects.ts';
import { groundOf, type Given } from './given.ts';
import { notTraded } from './not-traded.ts';
import { rulesOn, type WithoutRule } from './rules.ts';
import { scopeOf, type SectorOf } from './scope-of.ts';

/** A plan with what it was made from. */
export interface Explained {
  readonly plan: Recommendation;
  readonly sources: Sources;
  readonly terms: Terms;
  /** Whether its orders are what the generator gives for these sources: not so for the remainder of another plan, or for one pick. */
  readonly generated: boolean;
}

const sectorIn = ({ portfolio, market, stocks }: Sources): SectorOf => {
  const sectors = new Map(
    [...stocks, ...(market?.picks ?? []), ...portfolio.holdings].map(({ ticker, sector }) => [ticker, sector]),
  );
  return (ticker) => sectors.get(ticker);
};

/** The rules that a constraint has in the generator; a constraint without one only judges what was generated. */
const RULE_OF: Readonly<Record<string, string>> = {
  position_limit: 'position-limit',
  cash_minimum: 'cash-floor',
  restrictions: 'restriction',
};

const rulesFor = (subject: Subject, rules: readonly WithoutRule[]): readonly WithoutRule[] =>
  subject.kind === 'constraint' ? rules.filter(({ rule }) => rule.name === RULE_OF[subject.id]) : rules;

const NOT_COMPARED: Effects = { bound: [], unbound: [] };

/**
 * Why the plan is as it is for one subject: what caused its orders, what was measured, which rules bound them and what they
 * would be without each, and for what is not traded, why not.
 */
export const explain = ({ plan, sources, terms, generated }: Explained, subject: Subject): Explanation => {
  const scope = scopeOf(subject, plan, sectorIn(sources));
  const { trades, unfilled, suppressed } = plan.plan;
  const given: Given = { sources, terms, directives: plan.directives, approved: new Set() };
  const orders = trades.map((trade, index) => ({ seq: index + 1, trade })).filter(({ trade }) => scope.order(trade));
  const numbers = new Set(orders.map(({ seq }) => String(seq)));
  const directives = plan.directives.filter(scope.directive);
  const ids = new Set(directives.map(({ directive }) => directive.id));
  const compared = generated && plan.verdict !== 'BLOCKED' && subject.kind !== 'line';
  const isOwnStep = (one: { readonly constraint: string; readonly subject: string }): boolean =>
    subject.kind === 'ticker' && one.constraint === 'cash_throughout' && numbers.has(one.subject);
  return {
    subject,
    directives,
    orders,
    unfilled: unfilled.filter(({ directive }) => ids.has(directive)),
    suppressed: suppressed.filter(({ ticker }) => subject.kind !== 'constraint' && scope.ticker(ticker)),
    ...(subject.kind === 'ticker' && orders.length === 0
      ? { notTraded: notTraded({ plan, ground: groundOf(given), ticker: subject.ticker }) }
      : {}),
    findings: plan.findings.filter((one) => scope.finding(one) || isOwnStep(one)),
    ...(compared ? effectsOf(given, trades, rulesFor(subject, rulesOn(given)), scope.ticker) : NOT_COMPARED),
    compared,
  };
};
