import type { Exact } from '../model/units.ts';
import { roundFreely, type Rounded } from './round-freely.ts';
import { missedBy, shareOf, type Purse, type Sized } from './sized.ts';

/** A name of which so many whole shares are held now. */
export interface Held extends Sized {
  readonly held: bigint;
}

/** What binds the choice besides the bounds of each name. */
export interface TradingRules {
  /** An order is worth at least this much. */
  readonly smallest: Exact;
  /** Positions of names: in each list a name is sold only when those before it are sold down to their fewest shares. */
  readonly sellOrders: readonly (readonly number[])[];
  /** Positions of names that together may be worth so much. */
  readonly rooms?: readonly Room[];
}

/** Names that share a limit on what they are worth together. */
export interface Room {
  readonly names: readonly number[];
  readonly most: Exact;
}

/** How far a search may go before it is given up. */
export interface Effort {
  /** How many roundings may be tried with further bounds. */
  readonly tries: number;
  /** How many ways each of them may look at. */
  readonly ways: number;
}

/** How far a result may be from the best there is: not at all, or by at most so many dollars. */
export type Proof = { readonly proven: true } | { readonly proven: false; readonly within: Exact };

/** A choice of whole shares, in the order of the names. */
export interface RoundedShares {
  readonly shares: readonly bigint[];
  /** The dollars by which the names and the cash miss their targets, added up. */
  readonly off: Exact;
  readonly proof: Proof;
}

/** A tighter bound on one name. */
interface Tighter {
  readonly name: number;
  readonly least?: bigint;
  readonly most?: bigint;
}

/** The ways to keep the first rule that a choice breaks; none where it keeps them all. */
type Repair = (shares: readonly bigint[]) => readonly Tighter[];

/** Names between tighter bounds, and the best that can be done there when the rules are not asked. */
interface Branch {
  readonly names: readonly Held[];
  readonly rounded: Rounded;
}

const smallOrder = (name: Held, at: number, shares: bigint, smallest: Exact): readonly Tighter[] => {
  const moved = shares - name.held;
  const value = shareOf(name) * (moved < 0n ? -moved : moved);
  if (moved === 0n || value >= smallest) return [];
  const enough = (smallest + shareOf(name) - 1n) / shareOf(name);
  return [
    { name: at, most: name.held - enough },
    { name: at, least: name.held, most: name.held },
    { name: at, least: name.held + enough },
  ];
};

const outOfTurn = (names: readonly Held[], shares: readonly bigint[], order: readonly number[]): readonly Tighter[] => {
  const lastSold = order.findLast((at) => (shares[at] ?? 0n) < (names[at]?.held ?? 0n));
  const first = order.find((at) => (shares[at] ?? 0n) > (names[at]?.least ?? 0n));
  if (lastSold === undefined || first === undefined || order.indexOf(first) >= order.indexOf(lastSold)) return [];
  const [later, earlier] = [names[lastSold], names[first]];
  if (later === undefined || earlier === undefined) return [];
  return [
    { name: lastSold, least: later.held },
    { name: first, most: earlier.least },
  ];
};

/** A room that is exceeded: whoever keeps it holds less of at least one of its names. */
const overfull = (
  names: readonly Held[],
  shares: readonly bigint[],
  { names: own, most }: Room,
): readonly Tighter[] => {
  const lowered = own.flatMap((at): readonly Tighter[] => {
    const count = shares[at] ?? 0n;
    return count > (names[at]?.least ?? 0n) ? [{ name: at, most: count - 1n }] : [];
  });
  const worth = own.reduce((sum, at) => {
    const name = names[at];
    return name === undefined ? sum : sum + shareOf(name) * (shares[at] ?? 0n);
  }, 0n);
  return worth <= most ? [] : lowered.length > 0 ? lowered : IMPOSSIBLE;
};

/** Bounds that nothing keeps: the branch ends here. */
const IMPOSSIBLE: readonly Tighter[] = [{ name: 0, least: 1n, most: 0n }];

/** The ways to keep the first rule that a choice breaks: every choice that keeps it is in one of them. */
const repairs = (names: readonly Held[], shares: readonly bigint[], rules: TradingRules): readonly Tighter[] => {
  for (const [at, name] of names.entries()) {
    const found = smallOrder(name, at, shares[at] ?? 0n, rules.smallest);
    if (found.length > 0) return found;
  }
  for (const room of rules.rooms ?? []) {
    const found = overfull(names, shares, room);
    if (found.length > 0) return found;
  }
  return rules.sellOrders.map((order) => outOfTurn(names, shares, order)).find((found) => found.length > 0) ?? [];
};

const tightened = (names: readonly Held[], { name: at, least, most }: Tighter): readonly Held[] =>
  names.map((name, index) => {
    if (index !== at) return name;
    return {
      ...name,
      least: least !== undefined && least > name.least ? least : name.least,
      most: most !== undefined && most < name.most ? most : name.most,
    };
  });

const branchOf = (names: readonly Held[], purse: Purse, { ways }: Effort): readonly Branch[] => {
  if (names.some(({ least, most }) => least > most)) return [];
  const rounded = roundFreely(names, purse, ways);
  return rounded === undefined ? [] : [{ names, rounded }];
};

/** What a search knows: the branches still open, the best choice so far, and what is not known below its leaves. */
interface Search {
  readonly open: Branch[];
  best?: Pick<Rounded, 'shares' | 'off'>;
  /** The least bound of all that was left without being looked through. */
  unseen?: Exact;
}

const lower = (a: Exact | undefined, b: Exact): Exact => (a === undefined || b < a ? b : a);

/** Doing nothing keeps every rule on orders; where it also keeps bounds and cash, it is the first choice to beat. */
const asHeld = (names: readonly Held[], purse: Purse): Search['best'] => {
  const shares = names.map(({ held }) => held);
  const cash = names.reduce((left: bigint, name) => left - shareOf(name) * name.held, purse.total);
  const allowed = cash >= purse.cashFloor && names.every(({ held, least, most }) => least <= held && held <= most);
  return allowed ? { shares, off: missedBy(names, purse, shares) } : undefined;
};

const step = (search: Search, { names, rounded }: Branch, purse: Purse, effort: Effort, repair: Repair): number => {
  const tighter = repair(rounded.shares);
  if (tighter.length === 0) {
    if (search.best === undefined || rounded.off < search.best.off) search.best = rounded;
    search.unseen = lower(search.unseen, rounded.bound);
    return 0;
  }
  const below = tighter.flatMap((one) => branchOf(tightened(names, one), purse, effort));
  search.open.push(...below.sort((a, b) => (a.rounded.off > b.rounded.off ? -1 : 1)));
  return tighter.length;
};

/**
 * The whole shares that miss the targets by the fewest dollars, where orders have a least size and sales an order of
 * their own. Branch and bound: the choice that ignores the rules is the bound; where it breaks one, each way to keep
 * that rule is a branch with tighter bounds. When `effort` is used up the result says how far it may be from the best.
 * Undefined when no choice was found that keeps the cash.
 */
export const roundShares = (
  names: readonly Held[],
  purse: Purse,
  rules: TradingRules,
  effort: Effort,
): RoundedShares | undefined => {
  const held = asHeld(names, purse);
  const search: Search = { open: [...branchOf(names, purse, effort)], ...(held === undefined ? {} : { best: held }) };
  const repair: Repair = (shares) => repairs(names, shares, rules);
  for (let tries = 0; tries < effort.tries;) {
    const branch = search.open.pop();
    if (branch === undefined) break;
    if (search.best !== undefined && branch.rounded.bound >= search.best.off) continue;
    tries += step(search, branch, purse, effort, repair);
  }
  const { best } = search;
  if (best === undefined) return undefined;
  const bound = search.open.reduce((least, { rounded }) => lower(least, rounded.bound), search.unseen ?? best.off);
  const within = (best.off - bound) as Exact;
  return { shares: best.shares, off: best.off, proof: within > 0n ? { proven: false, within } : { proven: true } };
};
