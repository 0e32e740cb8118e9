import { pctRatio } from '../model/ratio.ts';
import {
  CRITERIA,
  type Criterion,
  type CriterionMeasure,
  type CriterionResult,
  type StockValidation,
} from '../model/stock-validation.ts';
import type { Pct } from '../model/units.ts';
import { limitText, pctText } from './format.ts';
import { oncePer } from './once-per.ts';
import { say } from './say.ts';
import { templateName } from './template-name.ts';

/** One criterion of a pick, measured against its limit; `words` is plain text, not yet escaped. */
export interface CriterionView {
  readonly label: string;
  readonly passed: boolean;
  readonly result: string;
  readonly words: string;
}

/** One pick of a stock file after step 2.5; `file` is plain text, not yet escaped. */
export interface PickView {
  readonly ticker: string;
  readonly file: string;
  readonly approved: boolean;
  readonly rejected: boolean;
  readonly criteria: readonly CriterionView[];
  readonly failed: string;
  /** For a rejected pick: the largest allocation that would pass, or why none would. */
  readonly advice: string;
}

/** The criteria that do not depend on how much is bought. */
const WHATEVER_SIZE: ReadonlySet<Criterion> = new Set(['conviction', 'restriction_list', 'regime_alignment']);

const figures = (criterion: Criterion, measured: CriterionMeasure) => {
  if (measured.kind === 'flag') return { restricted: measured.value, ranked: false, measured: '', limit: '' };
  if (measured.kind === 'rank') {
    const ranked = measured.value !== undefined;
    return { restricted: false, ranked, measured: String(measured.value ?? ''), limit: String(measured.limit) };
  }
  const { value, limit } = measured;
  const score = criterion === 'conviction';
  return {
    restricted: false,
    ranked: false,
    measured: score ? limitText(value, limit, '') : pctText(value, { decimals: 2, limit }),
    limit: limitText(limit, value, score ? '' : '%'),
  };
};

/** The name of a criterion in words, the same wherever it is named. */
const labelOf = (criterion: Criterion): string => say(`report/label-criterion-${templateName(criterion)}`, {});

const criterionView = ({ criterion, passed, measured }: CriterionResult): CriterionView => ({
  label: labelOf(criterion),
  passed,
  result: say('report/passed', { passed }),
  words: say(`phrases/criterion-${templateName(criterion)}`, { ...figures(criterion, measured), passed }),
});

/** `conviction, sector cap and regime alignment`. */
const listed = (criteria: readonly Criterion[]): string => {
  const names = criteria.map(labelOf);
  return say('report/listed', { others: names.slice(0, -1).join(', '), last: names.at(-1) ?? '' });
};

const adviceOn = (failed: readonly Criterion[], largestPassing: Pct | undefined): string => {
  const largest = largestPassing === undefined ? undefined : pctRatio(largestPassing);
  return say('report/pick-advice', {
    largest: largest === undefined ? '' : limitText(largest, largest),
    hopeless: listed(failed.filter((criterion) => WHATEVER_SIZE.has(criterion))),
    failed: listed(failed),
  });
};

/** A pick with its six criteria in their order. */
export const pickView = oncePer(({ ticker, file, status, results, largestPassing }: StockValidation): PickView => {
  const sorted = CRITERIA.flatMap((key) => results.filter(({ criterion }) => criterion === key));
  const failed = sorted.filter(({ passed }) => !passed).map(({ criterion }) => criterion);
  const rejected = status === 'REJECTED';
  return {
    ticker,
    file,
    approved: !rejected,
    rejected,
    criteria: sorted.map(criterionView),
    failed: listed(failed),
    advice: rejected ? adviceOn(failed, largestPassing) : '',
  };
});
