import type { JournalEvent } from '../model/event.ts';
import { isExcepted, type Exceptions } from '../model/exceptions.ts';
import { terminalPage, type TerminalOptions } from './terminal-page.ts';

/** What `po approve` and `po reject` print: what was recorded, and what of the plan is excepted now. */
export const decisionSummary = (
  event: JournalEvent,
  exceptions: Exceptions | undefined,
  options: TerminalOptions,
): string => {
  const isApproval = event.kind === 'approved';
  const by = event.kind === 'approved' || event.kind === 'rejected' ? event.by : '';
  const breaches = exceptions?.breaches ?? [];
  const view = {
    event: event.seq,
    isApproval,
    by,
    plan: 'plan' in event ? event.plan : '',
    until: isApproval ? event.until : '',
    excepted: isExcepted(exceptions),
    open: breaches.filter(({ grant }) => grant === undefined).map(({ code, subject }) => ({ code, subject })),
    granted: isApproval ? event.excepted.map(({ code, subject }) => ({ code, subject })) : [],
  };
  return terminalPage('decision', view, options);
};
