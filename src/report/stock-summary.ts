import type { Recommendation } from '../model/recommendation.ts';
import type { Meta } from './plan-document.ts';
import { summaryView } from './summary-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What `po validate-stock` prints: the six criteria of the pick, and the plan of its purchase. */
export const stockSummary = (
  recommendation: Recommendation,
  meta: Meta,
  folder: string,
  options: TerminalOptions,
): string => terminalPage('stock-summary', summaryView(recommendation, meta, folder), options);
