import type { Fill, ReportedFill } from '../model/fill.ts';
import type { Quarantined } from '../model/fill-check.ts';
import type { PlannedOrder } from '../model/planned-order.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Shares } from '../model/units.ts';
import type { Config } from '../validate/config.ts';

/** What a reported fill is checked against. */
export interface Books {
  /** The id of the plan, and the day (ISO) for which it was made. */
  readonly plan: string;
  readonly day: string;
  readonly orders: readonly PlannedOrder[];
  /** Every fill that is recorded, in order of recording, those of other plans too: a name is used once. */
  readonly fills: readonly Fill[];
  /** Every reported fill that is not recorded, those of other plans too. */
  readonly quarantined: readonly Quarantined[];
  /** The account now, with every recorded fill. */
  readonly account: Pick<Portfolio, 'holdings' | 'cash'>;
  readonly config: Config;
}

/** A reported fill, the order that it is a fill of, and what is left of that order. */
export interface Matched {
  readonly reported: ReportedFill;
  readonly order: PlannedOrder;
  readonly left: Shares;
  readonly books: Books;
}

/** The recorded fills of one order. */
export const fillsOf = ({ plan, fills }: Pick<Books, 'plan' | 'fills'>, seq: number): readonly Fill[] =>
  fills.filter((fill) => fill.plan === plan && fill.order === seq);

/** What of an order is not filled yet; negative where more was recorded than was ordered. */
export const leftOf = (books: Pick<Books, 'plan' | 'fills'>, order: PlannedOrder): Shares =>
  (order.shares - fillsOf(books, order.seq).reduce((sum, { shares }) => sum + shares, 0n)) as Shares;

/** The entry in the books: without the place in what was typed, which nobody can look up later. */
export const entryOf = ({ place: _place, ...reported }: ReportedFill, plan: string, more: Partial<Fill>): Fill => ({
  ...reported,
  plan,
  alarms: [],
  ...more,
});
