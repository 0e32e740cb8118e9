import type { JournalEvent } from '../model/event.ts';
import type { ReportedFill } from '../model/fill.ts';
import type { PlanStatus } from '../model/plan-status.ts';
import { statusView } from './status-view.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What `po resolve` prints: what became of the quarantined report, and where the plan stands. */
export const resolveSummary = (
  event: JournalEvent,
  { seq, reported }: { readonly seq: number; readonly reported: ReportedFill },
  status: PlanStatus,
  options: TerminalOptions,
): string => {
  const view = {
    ...statusView(status),
    event: event.seq,
    isBooked: event.kind === 'recorded',
    of: seq,
    text: reported.text,
  };
  return terminalPage('resolve', view, options);
};
