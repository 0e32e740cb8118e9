import type { Recommendation } from '../model/recommendation.ts';
import type { Meta } from './plan-document.ts';
import { summaryView } from './summary-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** Which of how many picks of one command it is. */
export interface Among {
  readonly index: number;
  readonly count: number;
}

/** What `po validate-stock` prints: the six criteria of the pick, and the plan of its purchase. */
export const stockSummary = (
  recommendation: Recommendation,
  meta: Meta,
  folder: string,
  options: TerminalOptions,
  among: Among = { index: 0, count: 1 },
): string => {
  const view = { ...summaryView(recommendation, meta, folder, options.width), several: among.count > 1 };
  return `${among.index > 0 ? '\n' : ''}${terminalPage('stock-summary', view, options)}`;
};
