import type { Recommendation } from '../model/recommendation.ts';
import { markdownDocument } from './markdown-document.ts';
import type { Meta } from './plan-document.ts';
import { render } from './render.ts';
import { allocation } from './sections/allocation.ts';
import { cash } from './sections/cash.ts';
import { choices } from './sections/choices.ts';
import { constraints } from './sections/constraints.ts';
import { notes } from './sections/notes.ts';
import { orders } from './sections/orders.ts';
import { picks } from './sections/picks.ts';
import { provenance } from './sections/provenance.ts';
import { reconciliation } from './sections/reconciliation.ts';
import { understood } from './sections/understood.ts';
import { verdict } from './sections/verdict.ts';

/** One part of the report: what it says, or undefined when there is nothing to say. */
type Section = (recommendation: Recommendation, meta: Meta) => object | undefined;

/** The parts of report.md in their order; each is templates/report/<name>.md.hbs. */
const SECTIONS: Readonly<Record<string, Section>> = {
  verdict,
  orders,
  notes,
  allocation,
  constraints,
  cash,
  understood,
  reconciliation,
  picks,
  choices,
  provenance,
};

/** report.md: what a person has to know before the first order, the most important first. */
export const report = (recommendation: Recommendation, meta: Meta): string =>
  markdownDocument(
    Object.entries(SECTIONS).flatMap(([name, section]) => {
      const view = section(recommendation, meta);
      return view === undefined ? [] : [render(`report/${name}.md`, view)];
    }),
  );
