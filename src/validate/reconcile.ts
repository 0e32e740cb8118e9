import { isMet } from './is-met.ts';
import { alreadyMet } from './trust/already-met.ts';
import { ages } from './trust/ages.ts';
import { basisSaid } from './trust/basis-said.ts';
import { cashPath } from './trust/cash-path.ts';
import { cashStatedTwice } from './trust/cash-stated-twice.ts';
import { currencyImplied } from './trust/currency-implied.ts';
import { dollarAmounts } from './trust/dollar-amounts.ts';
import { fromPercentages } from './trust/from-percentages.ts';
import { gains } from './trust/gains.ts';
import { heldStatedAsNew } from './trust/held-stated-as-new.ts';
import { limitPrices } from './trust/limit-prices.ts';
import { pricesBetweenInputs } from './trust/prices-between-inputs.ts';
import { rowValues } from './trust/row-values.ts';
import { sameConvictions } from './trust/same-convictions.ts';
import { sectorMisplaced } from './trust/sector-misplaced.ts';
import { sectorValues } from './trust/sector-values.ts';
import { totals } from './trust/totals.ts';
import { weights } from './trust/weights.ts';
import type { TrustCheck } from './trust-check.ts';

/** A check of where directives start: what is carried out already started elsewhere. */
const ofOpen =
  (check: TrustCheck): TrustCheck =>
  (statements, trust) =>
    check({ ...statements, directives: statements.directives.filter((one) => !isMet(one, statements, trust)) }, trust);

/** A check of what is to come: it says nothing once everything is carried out. */
const whileOpen =
  (check: TrustCheck): TrustCheck =>
  (statements, trust) => {
    const { directives } = statements;
    const isDone = directives.length > 0 && directives.every((one) => isMet(one, statements, trust));
    return isDone ? [] : check(statements, trust);
  };

/** Every reconciliation, in the order in which a reader would make them. */
const CHECKS: readonly TrustCheck[] = [
  ages,
  currencyImplied,
  rowValues,
  totals,
  basisSaid,
  weights,
  sectorValues,
  sectorMisplaced,
  gains,
  cashStatedTwice,
  alreadyMet,
  ofOpen(fromPercentages),
  ofOpen(heldStatedAsNew),
  ofOpen(dollarAmounts),
  whileOpen(cashPath),
  ofOpen(limitPrices),
  pricesBetweenInputs,
  sameConvictions,
];

/** Step 0.5: every difference between what the sources state and what their own figures give. */
export const reconcile: TrustCheck = (statements, trust) => CHECKS.flatMap((check) => check(statements, trust));
