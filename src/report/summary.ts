import type { Recommendation } from '../model/recommendation.ts';
import type { Meta } from './plan-document.ts';
import { summaryView } from './summary-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What `po rebalance` prints: verdict, what to do now, the orders, the limits, the way of cash, the files. */
export const summary = (recommendation: Recommendation, meta: Meta, folder: string, options: TerminalOptions): string =>
  terminalPage('summary', summaryView(recommendation, meta, folder, options.width), options);
