import type { PlanStatus } from '../model/plan-status.ts';
import { statusView } from './status-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What `po status` prints: what is filled and how well, what is left to type, cash, drift, limits, and what to look at. */
export const status = (of: PlanStatus, options: TerminalOptions): string =>
  terminalPage('status', statusView(of), options);
