import type { Recommendation } from '../model/recommendation.ts';
import { ACCOUNT_PARTS } from './account-parts.ts';
import { countFigures } from './figure-origins.ts';
import { markdownDocument, markdownPart } from './markdown-document.ts';
import type { Meta } from './plan-document.ts';
import { render } from './render.ts';
import { choices } from './sections/choices.ts';
import { counterProposals } from './sections/counter-proposals.ts';
import { exceptions } from './sections/exceptions.ts';
import { notes } from './sections/notes.ts';
import { orders } from './sections/orders.ts';
import { picks } from './sections/picks.ts';
import { provenance } from './sections/provenance.ts';
import { reconciliation } from './sections/reconciliation.ts';
import { understood } from './sections/understood.ts';
import { verdict } from './sections/verdict.ts';

/** One part of the report as text; empty when there is nothing to say. */
type Part = (recommendation: Recommendation, meta: Meta) => string;

/** What a part of the report says, or undefined when there is nothing to say; its words are in templates/report/. */
const part =
  (name: string, section: (recommendation: Recommendation, meta: Meta) => object | undefined): Part =>
  (recommendation, meta) => {
    const view = section(recommendation, meta);
    return view === undefined ? '' : markdownPart(render(`report/${name}.md`, view));
  };

/** The orders under a heading that knows what approvers answered; the approver's own dry run does not have it. */
const answeredOrders = part('orders', (recommendation, { exceptions }) => orders(recommendation, exceptions));

/** The parts of report.md in their order. */
const PARTS: readonly Part[] = [
  part('verdict', verdict),
  (recommendation, meta) =>
    (meta.exceptions === undefined ? ACCOUNT_PARTS.orders : answeredOrders)(recommendation, meta),
  part('notes', notes),
  ACCOUNT_PARTS.allocation,
  ACCOUNT_PARTS.constraints,
  ACCOUNT_PARTS.cash,
  part('understood', understood),
  part('reconciliation', reconciliation),
  part('picks', picks),
  part('choices', choices),
  part('exceptions', exceptions),
  part('counter-proposals', counterProposals),
];

/** report.md: what a person has to know before the first order, the most important first. */
export const report = (recommendation: Recommendation, meta: Meta): string => {
  const parts = PARTS.map((make) => make(recommendation, meta));
  const counts = countFigures(parts.join('\n'));
  const origins = part('provenance', (from, about) => provenance(from, about, counts));
  return markdownDocument([...parts, origins(recommendation, meta)]);
};
