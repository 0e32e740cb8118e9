// One Stock-Analyst pick judged on an account of $1,000,000.00, and one of its six results as a person reads it.
import type { Criterion } from '../../../src/model/stock-validation.ts';
import type { StockValidation } from '../../../src/model/stock-validation.ts';
import { sectorOf } from '../../../src/model/sector.ts';
import { SCALE, writeDecimal } from '../../../src/model/units.ts';
import { validatePick, type PickContext } from '../../../src/validate/validate-pick.ts';
import { account, DAY, holding, inPercent, limits, market, stockPick } from '../../account.ts';

/** $1,000,000.00: a fifth in cash, a fifth in Technology of which MSFT is an eighth of the whole. */
export const MILLION = account('200000', [
  holding('MSFT', 'Technology', '125000'),
  holding('AAPL', 'Technology', '75000'),
  holding('SPY', 'Funds', '600000'),
]);

const RANKED = market({ rankings: new Map([[sectorOf('Technology'), 1]]) });

type Section = Readonly<Record<string, unknown>>;
type Context = Partial<Omit<PickContext, 'limits'>> & { readonly limits?: Section };

/** Judges a pick by the six criteria; by default NVDA in Technology, which ranks first. */
export const judged = (
  proposed: string,
  more: Parameters<typeof stockPick>[3] = {},
  { limits: section = {}, ...context }: Context = {},
): StockValidation =>
  validatePick(
    { ...stockPick('NVDA', 'Technology', proposed), ...more },
    {
      portfolio: MILLION,
      market: RANKED,
      restrictions: [],
      day: DAY,
      limits: limits({ stock_criteria: section }).stock_criteria,
      ...context,
    },
  );

/** `passed 12 of 15`: one criterion with what it measured and its limit. */
export const resultOf = ({ results }: StockValidation, criterion: Criterion): string => {
  const result = results.find((one) => one.criterion === criterion);
  if (result === undefined) throw new Error(`${criterion} is not judged`);
  const { passed, measured } = result;
  const word = passed ? 'passed' : 'failed';
  switch (measured.kind) {
    case 'pct':
      return `${word} ${inPercent(measured.value)} of ${inPercent(measured.limit)}`;
    case 'rank':
      return `${word} ${measured.value ?? 'unranked'} of ${measured.limit}`;
    case 'flag':
      return `${word} ${String(measured.value)} of ${String(measured.limit)}`;
  }
};

/** The criteria that failed, in their order. */
export const failed = ({ results }: StockValidation): readonly Criterion[] =>
  results.filter(({ passed }) => !passed).map(({ criterion }) => criterion);

/** The largest allocation that would pass, in percent; undefined when there is none. */
export const largest = ({ largestPassing }: StockValidation): string | undefined =>
  largestPassing === undefined ? undefined : writeDecimal(largestPassing, SCALE.pct);
