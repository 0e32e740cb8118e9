import type { Market, StockPick } from '../model/market.ts';
import { holdingValue, sectorValue, totalValue, type Portfolio, type Restriction } from '../model/portfolio.ts';
import { addRatios, compareRatios, pctRatio, subtractRatios, weight, type Ratio } from '../model/ratio.ts';
import type { CriterionResult, StockValidation } from '../model/stock-validation.ts';
import { pct, type Pct } from '../model/units.ts';
import { cashBuffer } from './criteria/cash-buffer.ts';
import { conviction } from './criteria/conviction.ts';
import { positionSize } from './criteria/position-size.ts';
import { regimeAlignment } from './criteria/regime-alignment.ts';
import { restrictionList } from './criteria/restriction-list.ts';
import { sectorCap } from './criteria/sector-cap.ts';
import type { Criterion, Proposal } from './criterion.ts';
import type { StockCriteria } from './stock-criteria.ts';

/** The six criteria, in the order of the founding document. */
export const PICK_CRITERIA: readonly Criterion[] = [
  conviction,
  positionSize,
  sectorCap,
  cashBuffer,
  restrictionList,
  regimeAlignment,
];

/** What a pick is judged against. */
export interface PickContext {
  readonly portfolio: Portfolio;
  readonly market?: Market;
  readonly restrictions: readonly Restriction[];
  readonly limits: StockCriteria;
  readonly day: string;
}

const propose = (pick: StockPick, proposed: Pct, context: PickContext): Proposal => {
  const { portfolio, market, restrictions, day } = context;
  const total = totalValue(portfolio);
  const holding = portfolio.holdings.find(({ ticker }) => ticker === pick.ticker);
  const held = weight(holding === undefined ? (0n as never) : holdingValue(holding), total);
  const asked = pctRatio(proposed);
  const position = pick.basis === 'increment' ? addRatios(held, asked) : asked;
  const bought: Ratio = subtractRatios(position, held);
  return {
    pick,
    position,
    sector: addRatios(weight(sectorValue(portfolio.holdings, pick.sector), total), bought),
    cash: subtractRatios(weight(portfolio.cash, total), bought),
    restrictions,
    day,
    ...(market === undefined ? {} : { market }),
  };
};

const check = (pick: StockPick, proposed: Pct, context: PickContext): readonly CriterionResult[] => {
  const proposal = propose(pick, proposed, context);
  return PICK_CRITERIA.map((criterion) => ({
    criterion: criterion.id,
    ...criterion.check(proposal, context.limits),
  }));
};

const allPass = (results: readonly CriterionResult[]): boolean => results.every(({ passed }) => passed);

/** One hundredth of a percent: the step in which the largest passing allocation is stated. */
const STEP = 10_000n;

/**
 * The largest allocation, in hundredths of a percent, that passes all six criteria and still buys something. The
 * criteria get no easier as the allocation grows, so bisection finds it.
 */
const largestPassing = (pick: StockPick, context: PickContext): Pct | undefined => {
  const passes = (steps: bigint): boolean => allPass(check(pick, pct(steps * STEP), context));
  let low = leastPurchase(pick, context);
  let high = pick.proposed / STEP;
  if (low > high || !passes(low)) return undefined;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (passes(middle)) low = middle;
    else high = middle - 1n;
  }
  return pct(low * STEP);
};

/** The smallest allocation, in steps, that means buying at all. */
const leastPurchase = (pick: StockPick, { portfolio }: PickContext): bigint => {
  if (pick.basis === 'increment') return 1n;
  const holding = portfolio.holdings.find(({ ticker }) => ticker === pick.ticker);
  if (holding === undefined) return 1n;
  const held = weight(holdingValue(holding), totalValue(portfolio));
  const steps = (held.num * 10_000n) / held.den;
  return compareRatios(pctRatio(pct(steps * STEP)), held) > 0 ? steps : steps + 1n;
};

/** Step 2.5: judges one Stock-Analyst pick by the six criteria, exactly, boundaries included. */
export const validatePick = (pick: StockPick, context: PickContext): StockValidation => {
  const results = check(pick, pick.proposed, context);
  const approved = allPass(results);
  const largest = approved ? undefined : largestPassing(pick, context);
  return {
    status: approved ? 'APPROVED_FOR_PO' : 'REJECTED',
    ticker: pick.ticker,
    file: pick.file,
    conviction: pick.conviction,
    results,
    ...(largest === undefined ? {} : { largestPassing: largest }),
  };
};
