import type { JournalEvent } from '../model/event.ts';
import type { PlanStatus } from '../model/plan-status.ts';
import { foundView } from './found-view.ts';
import { statusView } from './status-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/**
 * What `po status` prints: what is filled and how well, what is left to type, cash, drift, limits, and what to look at.
 * `found` is what was found in the document on the way.
 */
export const status = (of: PlanStatus, found: readonly JournalEvent[], options: TerminalOptions): string =>
  terminalPage('status', { ...statusView(of), found: found.map(foundView) }, options);
