/** A margin in cents that is nearly linear in the price of one ticker: at the plan's price, and how it grows by doubling that. */
export interface Line {
  readonly margin: bigint;
  readonly slope: bigint;
}

/** What is known of a price without measuring anything there. */
export type Sureness = 'kept' | 'lost' | 'unsure';

const least = (values: readonly bigint[]): bigint | undefined =>
  values.reduce<bigint | undefined>((low, one) => (low === undefined || one < low ? one : low), undefined);

/** How far the price may surely move to one side (`by` is the slope to that side), and how far it surely may not. */
const reach = (lines: readonly Line[], at: bigint, slack: bigint, by: 1n | -1n) => {
  const kept = lines.flatMap(({ margin, slope }) => {
    const fall = slack - by * slope;
    return fall <= 0n && margin >= slack ? [] : [margin < slack ? -1n : ((margin - slack) * at) / fall];
  });
  const lost = lines.flatMap(({ margin, slope }) => {
    const fall = -by * slope - slack;
    return fall <= 0n ? [] : [((margin + slack) * at) / fall];
  });
  return { kept: least(kept), lost: least(lost) };
};

/**
 * Tells of a price, from the lines of the margins alone, whether all of them surely stay positive there (`kept`), one surely does
 * not (`lost`), or neither. `slack` is how many cents rounding may put between a margin and its line at the plan's price `at`; it
 * grows in proportion with the distance.
 */
export const surePrices = (lines: readonly Line[], at: bigint, slack: bigint): ((price: bigint) => Sureness) => {
  const up = reach(lines, at, slack, 1n);
  const down = reach(lines, at, slack, -1n);
  return (price) => {
    const { kept, lost } = price >= at ? up : down;
    const moved = price >= at ? price - at : at - price;
    if (kept === undefined || moved <= kept) return 'kept';
    return lost !== undefined && moved > lost ? 'lost' : 'unsure';
  };
};
