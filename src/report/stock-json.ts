import { CRITERIA, type Criterion, type CriterionMeasure, type StockValidation } from '../model/stock-validation.ts';
import { pctNumber, statedPctNumber } from './json-number.ts';
import { say } from './say.ts';

/** What a criterion measured and its limit; `value` is null for a sector without a rank. */
export interface MeasuredDocument {
  readonly value: number | boolean | null;
  readonly limit: number | boolean;
}

/** One Stock-Analyst pick after step 2.5: the keys of the founding document, then what was measured. */
export interface StockDocument {
  readonly status: 'APPROVED_FOR_PO' | 'REJECTED';
  readonly ticker: string;
  readonly conviction: number;
  readonly checks: Readonly<Record<string, boolean>>;
  readonly reasons: readonly Criterion[];
  readonly message: string;
  readonly measured: Readonly<Record<string, MeasuredDocument>>;
  readonly largest_allocation_pct?: number;
}

const measuredDocument = (measured: CriterionMeasure): MeasuredDocument => {
  if (measured.kind === 'pct') {
    return { value: pctNumber(measured.value, measured.limit), limit: pctNumber(measured.limit) };
  }
  return { value: measured.value ?? null, limit: measured.limit };
};

/** The outcome of one pick as it stands in plan.json. */
export const stockCore = (validation: StockValidation): StockDocument => {
  const { status, ticker, conviction } = validation;
  const results = CRITERIA.flatMap((key) => validation.results.filter(({ criterion }) => criterion === key));
  const failed = results.filter(({ passed }) => !passed).map(({ criterion }) => criterion);
  return {
    status,
    ticker,
    conviction: statedPctNumber(conviction),
    checks: Object.fromEntries(results.map(({ criterion, passed }) => [criterion, passed])),
    reasons: failed,
    message: say('report/stock-message', { ticker, status, failed: failed.join(', ') }),
    measured: Object.fromEntries(results.map(({ criterion, measured }) => [criterion, measuredDocument(measured)])),
  };
};

/** The outcome of one pick as it stands in stock_validation.json: with the largest allocation that would pass. */
export const stockDocument = (validation: StockValidation): StockDocument => ({
  ...stockCore(validation),
  ...(validation.largestPassing === undefined
    ? {}
    : { largest_allocation_pct: statedPctNumber(validation.largestPassing) }),
});
