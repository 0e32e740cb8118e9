import { percentText } from '../model/figures.ts';
import type { Ratio } from '../model/ratio.ts';
import type { CriterionResult, StockValidation } from '../model/stock-validation.ts';

/** A criterion that failed, with what was measured against what limit. */
const failureText = ({ criterion, measured }: CriterionResult): string => {
  const name = criterion.replaceAll('_', ' ');
  if (measured.kind === 'flag') return name;
  if (measured.kind === 'rank') {
    const rank = measured.value === undefined ? 'not ranked' : `rank ${measured.value}`;
    return `${name} (${rank}, limit ${measured.limit})`;
  }
  const unit = criterion === 'conviction' ? '' : '%';
  const text = (value: Ratio): string => percentText(value).replace('%', unit);
  return `${name} (${text(measured.value)}, limit ${text(measured.limit)})`;
};

/** Step 2.5: the criteria that a pick fails, each with its figures, for the words of an issue. */
export const failedCriteria = ({ results }: StockValidation): readonly string[] =>
  results.filter(({ passed }) => !passed).map(failureText);
