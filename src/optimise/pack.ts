/** Something that is in or out. Figures are whole numbers below 2^53 in one unit of money; the gain is at most the cost. */
export interface Item {
  readonly cost: number;
  readonly gain: number;
}

/** A knapsack that is about full: what is in and what is out, each with the most doubtful item first. */
export interface Packing {
  /** In to begin with, the least gain per cost first. */
  readonly inside: readonly Item[];
  /** Out to begin with, the most gain per cost first. */
  readonly outside: readonly Item[];
  /** The gain per cost, at most 1, at which it is full: nothing inside gives less, nothing outside gives more. */
  readonly rate: number;
  /** The cost that may still be added for nothing; negative when too much is in. */
  readonly room: number;
  /** The cost that may be added at all: what goes beyond `room` takes away as much gain as it costs. */
  readonly limit: number;
}

/** Which items change sides, by their position; undefined when whatever is done too much is in. */
export interface Packed {
  readonly best?: { readonly out: readonly number[]; readonly in: readonly number[]; readonly gain: number };
  /** False when the search was given up before it was over. */
  readonly complete: boolean;
}

/** Ways to change sides, each with what it adds to cost and gain; the cheaper first, and each gains more than the one before. */
interface Ways {
  readonly count: number;
  readonly cost: Float64Array;
  readonly gain: Float64Array;
  /** The last change of each way: its position in the trail. */
  readonly last: Int32Array;
}

/** Every change that is part of a way: which item (those that are in count from -1 downwards), and the change before it. */
interface Trail {
  readonly item: number[];
  readonly before: number[];
}

/** What is known while searching. */
interface Search {
  readonly packing: Packing;
  readonly trail: Trail;
  /** The gain of the best way so far, and its last change. */
  best: number;
  last: number;
}

/** How much gain a unit of cost still brings, and how much a unit that is given back still takes. */
interface Rates {
  readonly gain: number;
  readonly loss: number;
  /** Whether anything is left that could be given back. */
  readonly open: boolean;
}

/** Products of doubles below 2^53 and a rate below 1 are off by less than this: a bound that much higher is safe. */
const SAFE = 8;

const NOWHERE = -1;

const rateOf = (item: Item | undefined, none: number): number => (item === undefined ? none : item.gain / item.cost);

/** What a way gains in the end, where it ends here. */
const valueOf = ({ room, limit }: Packing, cost: number, gain: number): number =>
  cost > limit ? -Infinity : cost > room ? gain - (cost - room) : gain;

/** What a way can gain at most with parts of the items that are left. */
const boundOf = ({ room, limit }: Packing, rates: Rates, cost: number, gain: number): number => {
  if (cost <= room) return gain + (room - cost) * rates.gain + SAFE;
  return !rates.open && cost > limit ? -Infinity : gain - (cost - room) * rates.loss + SAFE;
};

const note = (search: Search, item: number, before: number, cost: number, gain: number): number => {
  const { trail, packing } = search;
  const last = trail.item.push(item) - 1;
  trail.before.push(before);
  const value = valueOf(packing, cost, gain);
  if (value > search.best) {
    search.best = value;
    search.last = last;
  }
  return last;
};

/** A first way that is seldom far from the best: give back until there is room, then take whatever fits. */
const greedy = (search: Search): void => {
  const { inside, outside, room, limit } = search.packing;
  let [cost, gain, last] = [0, 0, NOWHERE];
  search.best = valueOf(search.packing, 0, 0);
  for (const [at, item] of inside.entries()) {
    if (cost <= limit) break;
    cost -= item.cost;
    gain -= item.gain;
    last = note(search, -1 - at, last, cost, gain);
  }
  for (const [at, item] of outside.entries()) {
    if (cost + item.cost > room) continue;
    cost += item.cost;
    gain += item.gain;
    last = note(search, at, last, cost, gain);
  }
};

/** All ways, and all ways with one item more that changes sides; those that cannot become the best are left out. */
const extended = (search: Search, ways: Ways, item: number, cost: number, gain: number, rates: Rates): Ways => {
  const most = 2 * ways.count;
  const next = { cost: new Float64Array(most), gain: new Float64Array(most), last: new Int32Array(most) };
  const costOf = (at: number): number => (at < ways.count ? (ways.cost[at] ?? 0) : Infinity);
  const gainOf = (at: number): number => ways.gain[at] ?? 0;
  let count = 0;
  let highest = -Infinity;
  for (let plain = 0, changed = 0; plain < ways.count || changed < ways.count;) {
    const ahead = costOf(plain) - costOf(changed) - cost;
    const stays = ahead < 0 || (ahead === 0 && gainOf(plain) >= gainOf(changed) + gain);
    const from = stays ? plain++ : changed++;
    const newCost = stays ? costOf(from) : costOf(from) + cost;
    const newGain = stays ? gainOf(from) : gainOf(from) + gain;
    if (newGain <= highest || boundOf(search.packing, rates, newCost, newGain) <= search.best) continue;
    const before = ways.last[from] ?? NOWHERE;
    next.cost[count] = newCost;
    next.gain[count] = newGain;
    next.last[count] = stays ? before : note(search, item, before, newCost, newGain);
    highest = newGain;
    count += 1;
  }
  return { count, ...next };
};

/** What no way gains more than: exact where the rate is 1. */
export const topOf = ({ room, rate }: Packing): number => (rate === 1 ? room : room * rate + SAFE);

/** Whether a way in which this item changes sides can be the best: its bound at the rate at which the knapsack is full. */
const worthTrying = ({ packing: { room, rate }, best }: Search, cost: number, gain: number): boolean =>
  gain + (room - cost) * rate + SAFE > best;

const changesOf = ({ trail, last }: Search): { readonly out: readonly number[]; readonly in: readonly number[] } => {
  const items: number[] = [];
  for (let at = last; at !== NOWHERE; at = trail.before[at] ?? NOWHERE) items.push(trail.item[at] ?? 0);
  return { out: items.filter((item) => item < 0).map((item) => -1 - item), in: items.filter((item) => item >= 0) };
};

/**
 * The knapsack with the most gain, exactly. It starts from the full knapsack and decides one item after the other, the
 * most doubtful first, in turns one that is out and one that is in; of all ways it keeps those that no other way beats
 * in both cost and gain and whose bound (Dantzig's: as if parts of items could be packed) is above the best so far. It
 * gives up after looking at about `effort` ways.
 */
export const pack = (packing: Packing, effort: number): Packed => {
  const { inside, outside } = packing;
  const search: Search = { packing, trail: { item: [], before: [] }, best: -Infinity, last: NOWHERE };
  greedy(search);
  const end = Math.max(inside.length, outside.length);
  let ways: Ways = { count: 1, cost: new Float64Array(1), gain: new Float64Array(1), last: new Int32Array([NOWHERE]) };
  let looked = 0;
  let at = 0;
  for (; at < end && ways.count > 0 && search.best < topOf(packing) && looked < effort; at += 1) {
    looked += 4 * ways.count;
    for (const [item, sign] of [
      [outside[at], 1],
      [inside[at], -1],
    ] as const) {
      const [cost, gain] = [sign * (item?.cost ?? 0), sign * (item?.gain ?? 0)];
      if (item === undefined || !worthTrying(search, cost, gain)) continue;
      const given = sign === 1 ? at : at + 1;
      const rates = {
        gain: rateOf(outside[at + 1], 0),
        loss: rateOf(inside[given], 1),
        open: given < inside.length,
      };
      ways = extended(search, ways, sign === 1 ? at : -1 - at, cost, gain, rates);
    }
  }
  const complete = at >= end || ways.count === 0 || search.best >= topOf(packing);
  return search.best === -Infinity ? { complete } : { best: { ...changesOf(search), gain: search.best }, complete };
};
