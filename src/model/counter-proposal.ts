import type { Place } from './place.ts';
import type { Ratio } from './ratio.ts';
import type { Trade } from './trade.ts';
import type { Cents, Shares } from './units.ts';

/** What a change is about, and how far it goes from what was asked. */
interface Changed {
  /** The sector or ticker, or "Cash". */
  readonly subject: string;
  /** The line of the document that it changes. */
  readonly place: Place;
  readonly text: string;
  /** The weight between what was asked and what is proposed. */
  readonly moved: Ratio;
}

/** One thing that a counter-proposal changes in what was asked. */
export type CounterChange =
  /** Another target, as a part of the account. */
  | (Changed & { readonly kind: 'target'; readonly asked: Ratio; readonly proposed: Ratio })
  /** Another number of shares. */
  | (Changed & { readonly kind: 'shares'; readonly asked: Shares; readonly proposed: Shares })
  /** The instruction is not carried out now: its subject stays where it is. */
  | (Changed & { readonly kind: 'drop'; readonly asked: Ratio; readonly stays: Ratio })
  /** Of lines that contradict each other this one counts, and the others are left out. */
  | (Changed & { readonly kind: 'choose'; readonly proposed: Ratio })
  /** A line that nobody could carry out as it stands is left out on the person's word; `reason` is why it could not. */
  | (Changed & { readonly kind: 'leave-out'; readonly reason: string });

/** The smallest changes of what was asked that the judge finds SAFE. */
export interface CounterProposal {
  readonly changes: readonly CounterChange[];
  /** How far all changes together go from what was asked, as a part of the account, and in dollars. */
  readonly moved: Ratio;
  readonly usd: Cents;
  /** Its orders, in the order of typing. */
  readonly trades: readonly Trade[];
}

/** A rule that stands in the way of every variant; `subjects` are the sectors, tickers or instructions concerned. */
export interface RuleInTheWay {
  readonly code: string;
  readonly subjects: readonly string[];
}

/** Why there is no counter-proposal. */
export type NoCounterProposal =
  /** What is wrong is not the plan but what it is made from: the codes of what has to be corrected first. */
  | { readonly kind: 'correct-first'; readonly codes: readonly string[] }
  /**
   * Rules that cannot hold together, whatever is taken back; without any one of them the others can. None of them: nothing
   * would be left to trade.
   */
  | { readonly kind: 'rules'; readonly rules: readonly RuleInTheWay[] }
  /** Nothing was found among so many variants, and not all were looked at. */
  | { readonly kind: 'effort'; readonly tried: number };

/** What a look for counter-proposals found: at most three, or why there is none. */
export interface Repair {
  readonly counterProposals: readonly CounterProposal[];
  readonly noCounterProposal?: NoCounterProposal;
}

/** Of a plan that is a counter-proposal of what was asked: its number there, and what it changes. */
export interface Taken extends Pick<CounterProposal, 'changes' | 'moved' | 'usd'> {
  readonly number: number;
}
