import type { Basis, ResolvedDirective } from '../model/directive.ts';
import type { Issue } from '../model/issue.ts';
import type { Market, StockPick } from '../model/market.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Trust } from './settings.ts';

/** Everything that the sources state, to be checked against each other. */
export interface Statements {
  readonly portfolio: Portfolio;
  readonly directives: readonly ResolvedDirective[];
  readonly market?: Market;
  readonly stocks: readonly StockPick[];
  /** The stated time, ISO with an offset: what the dates of the sources are compared with. */
  readonly now: string;
  /** The person's word on what the document's percentages are parts of; absent: none was given. */
  readonly basis?: Basis;
}

/** One reconciliation: compares what is stated with what is recomputed. */
export type TrustCheck = (statements: Statements, trust: Trust) => readonly Issue[];
