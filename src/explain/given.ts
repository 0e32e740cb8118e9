import type { ResolvedDirective } from '../model/directive.ts';
import type { StockPick } from '../model/market.ts';
import type { Groundwork } from '../steps/1c-list-trades.ts';
import { groundworkOf } from '../steps/groundwork-of.ts';
import type { Sources, Terms } from '../steps/read-sources.ts';

/** What the orders of a plan are worked out from. */
export interface Given {
  readonly sources: Sources;
  readonly terms: Terms;
  readonly directives: readonly ResolvedDirective[];
  /** Stock files that count as passed whatever their criteria say. */
  readonly approved: ReadonlySet<StockPick>;
}

/** The ground for the generator, with step 2.5 done again. */
export const groundOf = ({ sources, terms, directives, approved }: Given): Groundwork => {
  const ground = groundworkOf(sources, directives, terms);
  const stocks = ground.stocks.map((one) =>
    approved.has(one.pick) ? { ...one, validation: { ...one.validation, status: 'APPROVED_FOR_PO' as const } } : one,
  );
  return { ...ground, stocks };
};
