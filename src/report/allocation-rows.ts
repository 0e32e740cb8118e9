import { compareText } from '../model/order.ts';
import { weight, type Ratio } from '../model/ratio.ts';
import type { Recommendation } from '../model/recommendation.ts';
import { sectorName } from '../model/sector.ts';
import type { Cents } from '../model/units.ts';
import { findingLimit } from './finding-limit.ts';
import { oncePer } from './once-per.ts';

/** What a sector is of the account before and after the orders, and what it may be and is meant to be. */
export interface AllocationRow {
  readonly name: string;
  readonly before: Cents;
  readonly after: Cents;
  /** Weights: parts of the whole account. */
  readonly was: Ratio;
  readonly is: Ratio;
  /** The cap of a sector, or what of cash must remain. */
  readonly limit: Ratio | undefined;
  /** The weight that the instructions ask for. */
  readonly target: Ratio | undefined;
}

const NONE = 0n as Cents;

const targets = ({ directives }: Recommendation): ReadonlyMap<string, Ratio> =>
  new Map(
    directives.flatMap(({ directive, target }) => {
      if (directive.kind === 'sector') return directive.target === undefined ? [] : [[directive.sector, target]];
      return directive.kind === 'cash' ? [['Cash', target]] : [];
    }),
  );

/** The sectors, the largest first, as they are after the orders. */
export const sectorRows = oncePer((from: Recommendation): readonly AllocationRow[] => {
  const { rehearsal, findings, spelling } = from;
  const { before, after } = rehearsal;
  const wanted = targets(from);
  return [...new Set([...before.sectors.keys(), ...after.sectors.keys()])]
    .map((sector) => {
      const [old, now] = [before.sectors.get(sector) ?? NONE, after.sectors.get(sector) ?? NONE];
      return {
        name: sectorName(sector, spelling),
        before: old,
        after: now,
        was: weight(old, before.total),
        is: weight(now, after.total),
        limit: findingLimit(findings, 'sector_cap', sector),
        target: wanted.get(sector),
      };
    })
    .sort((a, b) => (a.after === b.after ? compareText(a.name, b.name) : a.after > b.after ? -1 : 1));
});

/** Cash, beside what must remain of it. */
export const cashRow = (from: Recommendation): AllocationRow => {
  const { before, after } = from.rehearsal;
  return {
    name: '',
    before: before.cash,
    after: after.cash,
    was: weight(before.cash, before.total),
    is: weight(after.cash, after.total),
    limit: findingLimit(from.findings, 'cash_minimum', 'Cash'),
    target: targets(from).get('Cash'),
  };
};
