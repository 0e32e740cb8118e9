import type { Recommendation } from '../../model/recommendation.ts';
import type { RejectedPick } from '../../model/trade.ts';
import { markdownText } from '../escape.ts';
import { pickView, type PickView } from '../pick-view.ts';
import { say } from '../say.ts';

const escaped = (view: PickView): object => ({
  ...view,
  file: markdownText(view.file),
  criteria: view.criteria.map((criterion) => ({ ...criterion, words: markdownText(criterion.words) })),
});

const rejectedView = ({ ticker, reason, detail }: RejectedPick) => ({
  ticker,
  words: markdownText(say(`phrases/rejected-${reason}`, { ...detail, ticker })),
});

/** The picks of the stock files with their six criteria, and the candidates that may not be bought. */
export const picks = ({ workflow, stockValidations, plan }: Recommendation): object | undefined =>
  stockValidations.length === 0 && plan.rejectedPicks.length === 0
    ? undefined
    : {
        alone: workflow === 'validate-stock',
        picks: stockValidations.map((validation) => escaped(pickView(validation))),
        rejected: plan.rejectedPicks.map(rejectedView),
      };
