import type { Anchor } from './anchor.ts';
import type { Basis } from './directive.ts';
import type { Decision } from './exceptions.ts';
import type { Fill } from './fill.ts';
import type { Intent } from './intent.ts';
import type { Issue } from './issue.ts';
import type { Workflow } from './recommendation.ts';

/** One file that a plan was made from, with its exact text. */
export interface InputFile {
  readonly role: 'portfolio' | 'market' | 'sectors' | 'stock';
  /** As messages and records name it: relative to the portfolio's folder. */
  readonly path: string;
  /** Of a portfolio its body: the text without the anchor of the journal. */
  readonly text: string;
}

/** What a plan continues that was worked out anew: the plan that it began with, and what was filled of that. */
export interface Continued {
  readonly plan: PlanInputs;
  readonly fills: readonly Fill[];
}

/** How orders are chosen where it was asked for with the command and not in the config. */
export type ChosenObjective = 'fewest_orders';

/** Everything that a plan was made from: enough to make every file of its folder again. */
export interface PlanInputs {
  readonly planId: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly workflow: Workflow;
  /** The stated time. */
  readonly now: string;
  /** The person's word on what the document's percentages are parts of; absent: none was given. */
  readonly basis?: Basis;
  /** What the person wanted of the plan; absent: the document's instructions as they stand, or what the continued plan was for. */
  readonly intent?: Intent;
  /** The person's word on how orders are chosen; absent: the config's holds. */
  readonly objective?: ChosenObjective;
  /** The portfolio, the market file and the list of sectors where there is one, the stock files. */
  readonly files: readonly InputFile[];
  /** The file of limits; absent where the limits that are built in held. */
  readonly config?: { readonly path: string; readonly text: string };
  readonly configSha256: string;
  /** The last event of the journal; absent where there was no journal. */
  readonly journal?: Anchor;
  /** What approvers had decided, of the journal: this plan's and what could be taken for it. */
  readonly decisions: readonly Decision[];
  /** What finding the files had to say, such as that two market files lay there. */
  readonly found: readonly Issue[];
  /** The counter-proposal of what was asked that the plan is, by its number; absent: it is what was asked. */
  readonly take?: number;
  /** Of the remainder of a plan: what it continues. */
  readonly continues?: Continued;
}
