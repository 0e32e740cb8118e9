import type { Recommendation } from '../model/recommendation.ts';
import { markdownDocument } from './markdown-document.ts';
import type { Meta } from './plan-document.ts';
import { render } from './render.ts';
import { allocation } from './sections/allocation.ts';
import { cash } from './sections/cash.ts';
import { constraints } from './sections/constraints.ts';
import { orders } from './sections/orders.ts';
import { verdict } from './sections/verdict.ts';

/** dry_run.md (step 2C): before and after, the limits, the sequence. */
export const dryRun = (recommendation: Recommendation, meta: Meta): string => {
  const sections = { allocation, constraints, orders, cash };
  const title = render('dry-run/title.md', verdict(recommendation, meta));
  const parts = Object.entries(sections).flatMap(([name, section]) => {
    const view = section(recommendation);
    return view === undefined ? [] : [render(`report/${name}.md`, view)];
  });
  return markdownDocument([title, ...parts]);
};
