import type { Exact } from '../model/units.ts';
import { nudged, reachBand, type Reached } from './reach-band.ts';
import {
  weighSectors,
  type CashBand,
  type Choice,
  type FewestOrders,
  type Minimum,
  type OrderTerms,
  type Sector,
  type Way,
} from './weigh-sectors.ts';

const limited = (value: bigint, from: bigint, to: bigint): Exact =>
  (value < from ? from : value > to ? to : value) as Exact;

const sumOf = (values: readonly { readonly value: bigint }[]): bigint =>
  values.reduce((sum, { value }) => sum + value, 0n);

/**
 * Takes sectors back from the end of their bands, as far as the money allows: to their aims, or with `fully` beyond them.
 */
const easedBack = (
  sectors: readonly Sector[],
  choices: readonly Choice[],
  wished: bigint,
  { smallest, effort }: OrderTerms,
  fully: boolean,
): readonly Choice[] => {
  let open = wished - sumOf(choices);
  return choices.map((choice, at) => {
    const sector = sectors[at];
    if (sector === undefined || choice.orders === 0 || open === 0n) return choice;
    const [from, to] = open > 0n ? [choice.value, choice.value + open] : [choice.value + open, choice.value];
    const lowest = limited(from, sector.lowest, sector.highest);
    const highest = limited(to, sector.lowest, sector.highest);
    const aim = fully ? (open > 0n ? highest : lowest) : limited(sector.aim, lowest, highest);
    const asked = { orders: choice.orders, aim, smallest, effort, choose: 'closest' } as const;
    const { reached } = reachBand({ ...sector, lowest, highest }, asked);
    if (reached === undefined) return choice;
    open -= reached.value - choice.value;
    return { ...choice, reached, value: reached.value };
  });
};

/** The same orders with a few shares more or less, where that is all that the cash asks for. */
const trimmed = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  open: bigint,
  smallest: Exact,
): readonly Reached[] => {
  let left = open;
  return minima.map((minimum, at) => {
    const sector = sectors[at];
    if (sector === undefined || left === 0n || left < 0n !== open < 0n) return minimum.reached;
    const next = nudged(sector, minimum.reached, (minimum.reached.value + left) as Exact, smallest);
    left -= next.value - minimum.reached.value;
    return next;
  });
};

/**
 * The fewest orders where the cash decides: every sector goes as far towards one end of its band as it can, the fewest orders
 * that are enough together are taken, and what is not needed is given back.
 */
export const withinCash = (
  sectors: readonly Sector[],
  minima: readonly Minimum[],
  cash: CashBand,
  terms: OrderTerms,
): FewestOrders | undefined => {
  const invested = cash.now + sumOf(sectors);
  const [least, most] = [invested - cash.highest, invested - cash.lowest];
  const now = sumOf(minima.map(({ reached }) => reached));
  const way: Way = now > most ? -1 : 1;
  const trim = trimmed(sectors, minima, limited(now, least, most) - now, terms.smallest);
  if (sumOf(trim) >= least && sumOf(trim) <= most) {
    return {
      moves: trim.map(({ moves }) => moves),
      orders: minima.reduce((sum, { orders }) => sum + orders, 0),
      bound: minima.reduce((sum, { bound }) => sum + bound, 0),
    };
  }
  const weighed = weighSectors(sectors, minima, { way, needed: way < 0 ? most : least, terms });
  if (weighed === undefined) return undefined;
  const wished = sectors.reduce((sum, { aim }) => sum + aim, 0n);
  const near = easedBack(sectors, weighed.choices, limited(wished, least, most), terms, false);
  const eased = easedBack(sectors, near, limited(sumOf(near), least, most), terms, true);
  if (sumOf(eased) < least || sumOf(eased) > most) return undefined;
  return {
    moves: eased.map(({ reached }) => reached?.moves ?? []),
    orders: weighed.orders,
    bound: weighed.bound,
  };
};
