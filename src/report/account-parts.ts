import type { Recommendation } from '../model/recommendation.ts';
import { markdownPart } from './markdown-document.ts';
import { oncePer } from './once-per.ts';
import { render } from './render.ts';
import { allocation } from './sections/allocation.ts';
import { cash } from './sections/cash.ts';
import { constraints } from './sections/constraints.ts';
import { orders } from './sections/orders.ts';

/** The text of a section, made once for all the documents that have it; empty when there is nothing to say. */
const shared = (
  name: string,
  section: (from: Recommendation) => object | undefined,
): ((from: Recommendation) => string) =>
  oncePer((from: Recommendation) => {
    const view = section(from);
    return view === undefined ? '' : markdownPart(render(`report/${name}.md`, view));
  });

/** The parts about the account that report.md and dry_run.md both have; each is templates/report/<name>.md.hbs. */
export const ACCOUNT_PARTS = {
  orders: shared('orders', orders),
  allocation: shared('allocation', allocation),
  constraints: shared('constraints', constraints),
  cash: shared('cash', cash),
} as const;
