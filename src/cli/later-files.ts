/**
 * Files of a plan's folder that are written after the plan: what became of it. A replay makes the plan again and does not look
 * at them.
 */
export const LATER_FILES: ReadonlySet<string> = new Set([
  'post_trade_report.md',
  'exception_brief.md',
  'holdings_update.md',
]);
