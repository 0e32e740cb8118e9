import type { Issue } from '../../src/model/issue.ts';
import { tradeDocuments } from '../../src/report/trades-json.ts';
import { rebalance } from '../../src/steps/rebalance.ts';
import { limits } from '../account.ts';

const config = limits();
const NOW = '2026-01-08T16:00:00-05:00';

/** What a document led to: the orders as bytes, and what there was to say. */
export interface Led {
  /** The text of trade_list.json without the id of the plan; absent where the document was refused. */
  readonly trades?: string;
  readonly issues: readonly Issue[];
}

/** Plans a document as `po rebalance` would. */
export const ledTo = (text: string): Led => {
  const result = rebalance({ portfolio: { file: 'Portfolio.md', text }, stocks: [], config, now: NOW });
  if ('kind' in result) return { issues: result.issues };
  // The reason of an order may quote its line, which is of course as it is written.
  const trades = tradeDocuments(result).map((trade) => ({ ...trade, why: trade.why.replace(/“[^”]*”/g, '“…”') }));
  return { trades: JSON.stringify(trades), issues: result.issues };
};

/** What a person is told that they have to look at: notes do not count. */
export const grave = ({ issues }: Led): readonly string[] =>
  issues.filter(({ level }) => level !== 'note').map(({ code, level }) => `${code} ${level}`);
