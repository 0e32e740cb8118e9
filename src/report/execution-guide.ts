import { pctRatio, weight } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { compareText } from '../model/order.ts';
import type { Cents, Shares } from '../model/units.ts';
import { adverseWords } from './adverse-words.ts';
import { markdownText } from './escape.ts';
import { findingLimit } from './finding-limit.ts';
import { dollarText, sharesText } from '../model/figures.ts';
import { pctText } from './format.ts';
import { inMarkdown } from './in-markdown.ts';
import { markdownDocument, markdownPart } from './markdown-document.ts';
import { settlementView, waitingOrders } from './waiting-orders.ts';
import { orderViews } from './order-view.ts';
import type { Meta } from './plan-document.ts';
import { render } from './render.ts';
import { verdict } from './sections/verdict.ts';

/** What every position that an order touches must be at the end. */
const expectedPositions = ({ rehearsal: { steps, after }, findings }: Recommendation) =>
  [...new Set(steps.map(({ trade }) => trade.ticker))].sort(compareText).map((ticker) => {
    const position = after.positions.get(ticker);
    return {
      ticker,
      shares: sharesText(position?.shares ?? (0n as Shares)),
      weight: pctText(weight(position?.value ?? (0n as Cents), after.total), {
        decimals: 2,
        limit: findingLimit(findings, 'position_limit', ticker),
      }),
    };
  });

const cashView = ({ rehearsal: { before, after }, cashFloor }: Recommendation) => ({
  cashStart: dollarText(before.cash),
  cashEnd: dollarText(after.cash),
  cashEndPct: pctText(weight(after.cash, after.total), { decimals: 2, limit: pctRatio(cashFloor.pct) }),
  floorKept: after.cash >= cashFloor.usd,
});

/** execution_guide.md (step 4C): what to type into the broker, in which order, and when to stop. */
export const executionGuide = (recommendation: Recommendation, meta: Meta): string => {
  const orders = orderViews(recommendation).map((order) => inMarkdown(order, 'sector', 'why'));
  const [sellOrders, buyOrders] = [orders.filter(({ isSell }) => isSell), orders.filter(({ isSell }) => !isSell)];
  const waiting = new Set(waitingOrders(recommendation));
  const view = {
    ...verdict(recommendation, meta),
    ...cashView(recommendation),
    now: markdownText(recommendation.now),
    asOf: markdownText(recommendation.portfolio.asOf?.value ?? ''),
    bothSides: sellOrders.length > 0 && buyOrders.length > 0,
    sellOrders,
    paidOrders: buyOrders.filter(({ seq }) => !waiting.has(seq)),
    waitingOrders: buyOrders.filter(({ seq }) => waiting.has(seq)),
    ...settlementView(recommendation),
    adverse: markdownText(adverseWords(recommendation)),
    positions: expectedPositions(recommendation),
  };
  return markdownDocument([markdownPart(render('guide/execution-guide.md', view))]);
};
