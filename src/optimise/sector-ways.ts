import { thenBy } from '../model/order.ts';

/** A name in whole numbers of one unit of money: its price, and how many shares may be sold and bought. */
export interface Line {
  readonly price: number;
  readonly down: number;
  readonly up: number;
}

/** One way to trade in a sector. */
export interface SectorWay {
  /** By how much the sector misses its target: below it where negative. */
  readonly over: number;
  /** What was traded, plus `penalty` times what is missed. */
  readonly cost: number;
  /** Shares by line, negative where sold. */
  readonly shares: readonly number[];
}

/** What is asked of a sector. */
export interface SectorTask {
  readonly lines: readonly Line[];
  /** What is to be bought, or sold where negative, to meet the target. */
  readonly need: number;
  /** How much trade a missed unit is worth; more than 1. */
  readonly penalty: number;
  /** Whether the sector may only end at its target or below. */
  readonly below: boolean;
  /** How many ways may be looked at. */
  readonly effort: number;
}

/** Ways none of which is beaten by another in both cost and value, the cheapest first. */
export interface SectorWays {
  readonly ways: readonly SectorWay[];
  /** Whether every way was looked at that costs no more than the limit. */
  readonly finished: boolean;
}

interface Search {
  readonly task: SectorTask;
  readonly shares: number[];
  /** By what the sector misses its target: the cheapest way that ends there. */
  readonly found: Map<number, SectorWay>;
  /** Ways that cost more are of no interest. */
  limit: number;
  /** Whether only the cheapest way is asked for: then the limit sinks to it. */
  readonly onlyCheapest: boolean;
  looked: number;
}

const clipped = ({ down, up }: Line, shares: number): number => Math.max(-down, Math.min(up, shares));

const keep = (search: Search, over: number, cost: number): void => {
  if (search.task.below && over > 0) return;
  const known = search.found.get(over);
  if (known === undefined || cost < known.cost) search.found.set(over, { over, cost, shares: [...search.shares] });
  if (search.onlyCheapest && cost < search.limit) search.limit = cost;
};

/** Tries the numbers of one line on both sides of the one that would close the gap, until they cost too much. */
const tryLine = (search: Search, at: number, left: number, traded: number): void => {
  const { task, shares } = search;
  const line = task.lines[at];
  if (line === undefined) return;
  search.looked += 1;
  const isLast = at === task.lines.length - 1;
  const start = clipped(line, Math.floor(left / line.price));
  for (const step of [-1, 1]) {
    for (let many = step < 0 ? start : start + 1; many >= -line.down && many <= line.up; many += step) {
      const open = left - many * line.price;
      const cost = traded + Math.abs(many) * line.price + Math.abs(open) * (isLast ? task.penalty : 1);
      if (cost > search.limit || search.looked >= task.effort) break;
      shares[at] = many;
      if (isLast) {
        keep(search, -open, cost);
      } else tryLine(search, at + 1, open, traded + Math.abs(many) * line.price);
    }
  }
  shares[at] = 0;
};

/** A lower value costs more: ways that cost more than `most`, or end no lower than a cheaper one, are of no use. */
export const unbeaten = <T extends Pick<SectorWay, 'over' | 'cost'>>(
  ways: readonly T[],
  most: number,
): readonly T[] => {
  let lowest = Infinity;
  return ways
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => thenBy(a.cost - b.cost, a.over - b.over))
    .filter(({ over }) => {
      const isLower = over < lowest;
      if (isLower) lowest = over;
      return isLower;
    });
};

/**
 * All ways to bring a sector near its target that cost no more than `limit`, or without one only the cheapest. The bound
 * behind it: what is still open costs at least as much as it would in parts of shares.
 */
export const sectorWays = (task: SectorTask, limit?: number): SectorWays => {
  const search: Search = {
    task,
    shares: task.lines.map(() => 0),
    found: new Map(),
    limit: limit ?? Infinity,
    onlyCheapest: limit === undefined,
    looked: 0,
  };
  if (task.lines.length === 0) keep(search, -task.need, Math.abs(task.need) * task.penalty);
  else tryLine(search, 0, task.need, 0);
  return { ways: unbeaten([...search.found.values()], search.limit), finished: search.looked < task.effort };
};
