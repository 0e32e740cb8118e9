import { isMet } from './is-met.ts';
import { alreadyMet } from './trust/already-met.ts';
import { cashStatedTwice } from './trust/cash-stated-twice.ts';
import { dollarAmounts } from './trust/dollar-amounts.ts';
import { fromPercentages } from './trust/from-percentages.ts';
import { gains } from './trust/gains.ts';
import { pricesBetweenInputs } from './trust/prices-between-inputs.ts';
import { rowValues } from './trust/row-values.ts';
import { sameConvictions } from './trust/same-convictions.ts';
import { totals } from './trust/totals.ts';
import { weights } from './trust/weights.ts';
import type { TrustCheck } from './trust-check.ts';

/** A check of where directives start: what is carried out already started elsewhere. */
const ofOpen =
  (check: TrustCheck): TrustCheck =>
  (statements, trust) =>
    check({ ...statements, directives: statements.directives.filter((one) => !isMet(one, statements, trust)) }, trust);

/** Every reconciliation, in the order in which a reader would make them. */
const CHECKS: readonly TrustCheck[] = [
  rowValues,
  totals,
  weights,
  gains,
  cashStatedTwice,
  alreadyMet,
  ofOpen(fromPercentages),
  ofOpen(dollarAmounts),
  pricesBetweenInputs,
  sameConvictions,
];

/** Step 0.5: every difference between what the sources state and what their own figures give. */
export const reconcile: TrustCheck = (statements, trust) => CHECKS.flatMap((check) => check(statements, trust));
