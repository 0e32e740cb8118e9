import type { ResolvedDirective } from '../../model/directive.ts';
import type { Recommendation, Residual } from '../../model/recommendation.ts';
import type { FewestCount, Rounding, Suppressed, Trade, Unfilled } from '../../model/trade.ts';
import { markdownText } from '../escape.ts';
import { dollarText, percentText } from '../../model/figures.ts';
import { changeText, pctFigure, pctText } from '../format.ts';
import { say } from '../say.ts';
import { targetText } from '../target-text.ts';
import { whyWords } from '../why-words.ts';

const unfilledView = ({ subject, value, reason }: Unfilled) =>
  markdownText(say(`phrases/unfilled-${reason}`, { subject, value: dollarText(value) }));

const suppressedView = ({ ticker, side, value, reason }: Suppressed) =>
  markdownText(say(`phrases/suppressed-${reason}`, { ticker, side, value: dollarText(value) }));

const residualView = ({ subject, target, achieved, gap }: Residual, directives: readonly ResolvedDirective[]) => ({
  subject: markdownText(subject),
  target: targetText(
    directives.find((one) => one.subject === subject),
    target,
    achieved,
  ),
  achieved: pctText(achieved, { decimals: 2, limit: target }),
  gap: changeText(gap),
});

const fewestView = ({ orders, bound, toleranceBp }: FewestCount) => ({
  bound,
  proven: orders === bound,
  tolerance: percentText({ num: BigInt(toleranceBp), den: 10_000n }).replace('%', ''),
});

const roundingView = ({ uncovered, within }: Rounding, { rehearsal: { before } }: Recommendation) => ({
  uncovered: dollarText(uncovered),
  none: uncovered === 0n,
  proven: within === 0n,
  gap: pctFigure({ num: within * 100n, den: before.total }, { decimals: 2 }),
});

/** Whether several sales are typed by their value because the volume of some is not known (step 4A). */
const typedByValue = (trades: readonly Trade[]): boolean => {
  const sales = trades.filter(({ side }) => side === 'SELL');
  return sales.length > 1 && sales.some(({ dailyVolume }) => dailyVolume === undefined);
};

/** Why these trades and not others: the rule behind each order, what was left out, and what remains to the targets. */
export const choices = (from: Recommendation): object | undefined => {
  const { verdict, directives, plan, residuals } = from;
  const planned = verdict !== 'BLOCKED' || plan.trades.length > 0;
  const view = {
    orders: plan.trades.map((trade, index) => ({
      seq: index + 1,
      side: trade.side,
      ticker: trade.ticker,
      why: markdownText(whyWords(trade)),
    })),
    unfilled: plan.unfilled.map(unfilledView),
    suppressed: plan.suppressed.map(suppressedView),
    residuals: planned ? residuals.map((one) => residualView(one, directives)) : [],
  };
  const empty = Object.values(view).every((part) => part.length === 0);
  if (empty) return undefined;
  const fewest = planned && plan.fewest !== undefined ? { fewest: fewestView(plan.fewest) } : {};
  const rounding = planned && plan.rounding !== undefined ? { rounding: roundingView(plan.rounding, from) } : {};
  return { ...view, ...fewest, ...rounding, by_value: typedByValue(plan.trades) };
};
