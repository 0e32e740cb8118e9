import type { Recommendation } from '../model/recommendation.ts';
import { ACCOUNT_PARTS } from './account-parts.ts';
import { markdownDocument, markdownPart } from './markdown-document.ts';
import type { Meta } from './plan-document.ts';
import { render } from './render.ts';
import { verdict } from './sections/verdict.ts';

/**
 * dry_run.md (step 2C): before and after, the limits, the sequence. It is what the approver is shown, and part of plan.json:
 * it says nothing of what the approver answered.
 */
export const dryRun = (recommendation: Recommendation, { exceptions: _answer, ...meta }: Meta): string => {
  const { allocation, constraints, orders, cash } = ACCOUNT_PARTS;
  const title = markdownPart(render('dry-run/title.md', verdict(recommendation, meta)));
  return markdownDocument([title, ...[allocation, constraints, orders, cash].map((part) => part(recommendation))]);
};
