import { floorDivide, type Exact } from '../model/units.ts';
import type { Movable } from './reach-band.ts';
import { sectorWays, unbeaten, type Line, type SectorTask, type SectorWay, type SectorWays } from './sector-ways.ts';
import { commonPart, shareOf } from './sized.ts';

/** A sector and the value it should have. */
export interface AimedSector {
  readonly names: readonly Movable[];
  readonly value: Exact;
  readonly aim: Exact;
}

/** What binds the choice. */
export interface NearestTerms {
  /** The most that may be spent in all: the cash above its floor. */
  readonly spendable: Exact;
  /** How many dollars of trade a dollar is worth by which a sector misses its aim; more than 1. */
  readonly penalty: number;
  /** How many ways may be looked at in a sector. */
  readonly effort: number;
}

/** Orders that bring the sectors near to their aims without much trade. */
export interface NearestSectors {
  /** By sector, shares by name, negative where sold. */
  readonly shares: readonly (readonly bigint[])[];
  /** What is traded, plus `penalty` times what the sectors miss. */
  readonly cost: Exact;
  /** No orders cost less than this: the same as `cost` where they are proven to be the best. */
  readonly bound: Exact;
}

/** A sector in whole numbers of a unit of money, with the names that are looked at. */
interface Prepared {
  readonly task: SectorTask;
  readonly chosen: readonly number[];
  readonly ways: SectorWays;
}

/** One way a sector, added up: the last of them, and the sum before it. */
interface Sum {
  readonly over: number;
  readonly cost: number;
  readonly before?: Sum;
  readonly way?: SectorWay;
}

/** In a sector of more names only some are looked at: who can move most, and the cheapest to close the rest. */
const FEW = 3;

const movable = (name: Movable, need: bigint): bigint =>
  shareOf(name) * (need < 0n ? name.held - name.least : name.most - name.held);

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first part by which the cost may be above that of the cheapest ways; it doubles until the cash is kept. */
const STEP = 1 / 1024;

/** Positions of the names that are looked at, the dearest first, so that the last closes the rest. */
const fewOf = ({ names, value, aim }: AimedSector): readonly number[] => {
  const need = aim - value;
  const able = names.map((name, at) => ({ at, price: shareOf(name), most: movable(name, need) }));
  const cheapest = able.filter(({ most }) => most > 0n).sort((a, b) => ascending(a.price, b.price));
  const [largest] = able.toSorted((a, b) => ascending(b.most, a.most));
  const few = names.length <= FEW ? able : new Set([...(largest ? [largest] : []), ...cheapest.slice(0, FEW)]);
  return [...few].sort((a, b) => ascending(b.price, a.price)).map(({ at }) => at);
};

const prepare = (sector: AimedSector, unit: bigint, { penalty, effort }: NearestTerms): Prepared => {
  const chosen = fewOf(sector);
  const lines = chosen.flatMap((at): Line[] => {
    const name = sector.names[at];
    if (name === undefined) return [];
    const { held, least, most } = name;
    return [{ price: Number(shareOf(name) / unit), down: Number(held - least), up: Number(most - held) }];
  });
  const below = chosen.length < sector.names.length; // who cannot be looked through need not be weighed against the others
  const task = { lines, below, need: Number((sector.aim - sector.value) / unit), penalty, effort };
  return { task, chosen, ways: sectorWays(task) };
};

/** What no way of a sector costs less than: the trade that closes the gap. */
const boundOf = ({ task }: Prepared): number => Math.abs(task.need);

const costOf = (ways: readonly (SectorWay | undefined)[]): number =>
  ways.reduce((sum, way) => sum + (way?.cost ?? 0), 0);

/** Adds a sector to every sum; what is beaten in cost and value, or cannot become the best any more, is dropped. */
const added = (sums: readonly Sum[], ways: readonly SectorWay[], most: number): readonly Sum[] => {
  const longer: Sum[] = [];
  for (const before of sums) {
    for (const way of ways) {
      const cost = before.cost + way.cost;
      if (cost > most) break; // the ways come in order of cost
      longer.push({ over: before.over + way.over, cost, before, way });
    }
  }
  return unbeaten(longer, most);
};

const waysOf = ({ before, way }: Sum): readonly SectorWay[] =>
  before === undefined || way === undefined ? [] : [...waysOf(before), way];

/** The best way a sector, where together they end above their aims by at most `room`, if it costs no more than `most`. */
const combined = (prepared: readonly Prepared[], room: number, most: number): Sum | undefined => {
  let ahead = costOf(prepared.map(({ ways }) => ways.ways[0]));
  const more = most - ahead;
  let sums: readonly Sum[] = [{ over: 0, cost: 0 }];
  for (const { task, ways } of prepared) {
    const cheapest = ways.ways[0]?.cost ?? 0;
    ahead -= cheapest;
    const open = task.below ? ways : sectorWays(task, cheapest + more);
    sums = added(sums, open.ways, most - ahead);
  }
  return sums.find(({ over }) => over <= room);
};

/** What no way of a sector costs more than. */
const dearestOf = ({ task: { lines, need, penalty } }: Prepared): number =>
  lines.reduce((sum, { price, down, up }) => sum + price * (down + up), Math.abs(need)) * (1 + penalty);

/** Looks farther and farther from the cheapest way of each sector until the cash is kept. */
const best = (prepared: readonly Prepared[], room: number): Sum | undefined => {
  const lowest = prepared.flatMap(({ task }) => [-task.need, ...task.lines.map(({ price, down }) => -price * down)]);
  if (lowest.reduce((sum, one) => sum + one, 0) > room) return undefined;
  const least = costOf(prepared.map(({ ways }) => ways.ways[0]));
  const most = prepared.reduce((sum, one) => sum + dearestOf(one), 0);
  for (let more = 1 + least * STEP; more <= 2 * (most + 1); more *= 2) {
    const found = combined(prepared, room, least + more);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The largest unit that divides all figures. */
const unitOf = (sectors: readonly AimedSector[]): bigint => {
  const figures = sectors.flatMap(({ names, aim, value }) => [
    ...names.map(shareOf),
    aim > value ? aim - value : value - aim,
  ]);
  const unit = figures.reduce((part: bigint, figure) => commonPart(figure, part), 0n);
  return unit === 0n ? 1n : unit;
};

/**
 * Whole shares that bring every sector near to its aim with little trade, within the cash. Each sector is searched for
 * itself, and the ways of all are put together so that the cash is kept. In sectors of more than a few names only some
 * are looked at; the bound says what that may have cost. Undefined when no such shares were found.
 */
export const nearestSectors = (sectors: readonly AimedSector[], terms: NearestTerms): NearestSectors | undefined => {
  const unit = unitOf(sectors);
  const prepared = sectors.map((sector) => prepare(sector, unit, terms));
  const wished = sectors.reduce((sum, { aim, value }) => sum + aim - value, 0n);
  const chosen = best(prepared, Number(floorDivide(terms.spendable - wished, unit)));
  if (chosen === undefined) return undefined;
  const ways = waysOf(chosen);
  const whole = prepared.every((one, at) => one.ways.finished && one.chosen.length === sectors[at]?.names.length);
  const bound = prepared.reduce((sum, one) => sum + boundOf(one), 0);
  return {
    shares: sectors.map(({ names }, at) =>
      names.map((_, name) => BigInt(ways[at]?.shares[prepared[at]?.chosen.indexOf(name) ?? -1] ?? 0)),
    ),
    cost: (BigInt(chosen.cost) * unit) as Exact,
    bound: (BigInt(whole ? chosen.cost : bound) * unit) as Exact,
  };
};
