import type { ExportedPosition, LeftOutPosition } from '../model/account-export.ts';
import { dollarText } from '../model/figures.ts';
import type { Issue } from '../model/issue.ts';
import type { Stated } from '../model/place.ts';
import { absCents, subtractCents, sumCents, nearestCents, worth, type Cents, type Exact } from '../model/units.ts';
import { issueAt } from './issue-at.ts';

/** What an export adds up to, and what it says that it adds up to. */
export interface ExportedSums {
  /** Every value of the file as stated: positions, cash and what is left out. */
  readonly values: readonly Exact[];
  readonly totals: readonly Stated<Exact>[];
  readonly positions: readonly ExportedPosition[];
  readonly cash: Cents;
  readonly leftOut: readonly LeftOutPosition[];
}

/** The one cent by which a sum of rounded figures may be off. */
const ONE_CENT = 1n;

const add = (amounts: readonly Exact[]): Exact => amounts.reduce((sum, amount) => sum + amount, 0n) as Exact;

/** What shares × price gives in place of the values that the file states: brokers round the prices that they print. */
const recomputed = ({ positions, cash, leftOut }: ExportedSums): Cents =>
  sumCents([
    cash,
    ...positions.map(({ price, shares }) => worth(price, shares)),
    ...leftOut.map(({ value }) => nearestCents(value ?? (0n as Exact))),
  ]);

/** Compares each stated total with the sum of all values, to the cent. */
export const reconcileExport = (sums: ExportedSums): readonly Issue[] =>
  sums.totals.flatMap(({ value, place }): readonly Issue[] => {
    const stated = nearestCents(value);
    const gap = subtractCents(stated, nearestCents(add(sums.values)));
    const detail = (other: Cents) => ({
      stated: dollarText(stated),
      computed: dollarText(other),
      gap: dollarText(absCents(subtractCents(stated, other))),
    });
    if (absCents(gap) > ONE_CENT)
      return [issueAt('positions-total-differs', 'unusable', place, detail(nearestCents(add(sums.values))))];
    const own = recomputed(sums);
    const rounded = absCents(subtractCents(stated, own)) > ONE_CENT;
    return rounded ? [issueAt('positions-rounded', 'note', place, detail(own))] : [];
  });
