import type { PlanStatus } from '../model/plan-status.ts';
import { asItIs } from './as-it-is.ts';
import { findingWords } from './finding-words.ts';
import { holdingsChange } from './holdings-change.ts';
import { inMarkdownDeep } from './in-markdown-deep.ts';
import { isBreach } from './is-breach.ts';
import { markdownDocument, markdownPart } from './markdown-document.ts';
import { render } from './render.ts';
import { statusView } from './status-view.ts';

const document = (name: string, view: object): string =>
  markdownDocument([markdownPart(render(`after/${name}.md`, inMarkdownDeep(view) as object))]);

/**
 * The reports after the trades (step 8), each for its reader: the trader, the Master-Architect, the Portfolio-Analyst. By the
 * name of the file in the plan's folder.
 */
export const afterTrade = (status: PlanStatus): ReadonlyMap<string, string> => {
  const view = statusView(status);
  const broken = status.actual.findings
    .filter(isBreach)
    .map((finding) => findingWords(asItIs(finding), status.spelling));
  return new Map([
    ['post_trade_report.md', document('post-trade-report', view)],
    ['exception_brief.md', document('exception-brief', { ...view, broken })],
    ['holdings_update.md', document('holdings-update', { ...view, ...holdingsChange(status) })],
  ]);
};
