import { reachBand, type Asked, type Attempt, type Group } from './reach-band.ts';
import { shareOf } from './sized.ts';

/** The names with the most to move towards the aim first: these get far with few orders. */
const largestFirst = ({ names, value }: Group, aim: bigint): readonly number[] =>
  names
    .map((name, at) => ({ at, most: shareOf(name) * (aim < value ? name.held - name.least : name.most - name.held) }))
    .sort((a, b) => (a.most > b.most ? -1 : a.most < b.most ? 1 : a.at - b.at))
    .map(({ at }) => at);

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/**
 * Exactly so many orders in one group, of the preferred names. Where these are too many to look through, the largest are
 * looked at too, and what ends nearer to the aim is taken.
 */
export const tryOrders = (group: Group, asked: Asked): Attempt => {
  const preferred = reachBand(group, asked);
  if (preferred.finished || (preferred.reached !== undefined && asked.choose === 'first')) return preferred;
  const order = largestFirst(group, asked.aim);
  const { reached, finished } = reachBand({ ...group, names: order.flatMap((at) => group.names[at] ?? []) }, asked);
  const known = preferred.reached;
  const isNearer =
    reached !== undefined &&
    (known === undefined || magnitude(reached.value - asked.aim) < magnitude(known.value - asked.aim));
  if (!isNearer) return { ...preferred, finished };
  const moves = reached.moves.map(({ name, shares }) => ({ name: order[name] ?? 0, shares }));
  return { finished, reached: { ...reached, moves } };
};
