import { firstRoot, type Quadratic } from '../model/first-root.ts';
import { HUNDRED_PCT } from '../model/units.ts';
import { blend, PER_CENT, product } from './4c-amount.ts';
import { valueIn, type Kept } from './4c-kept.ts';
import { growthOf, heldAt, lossOf, worstWay, type Counts, type Push } from './4c-push.ts';
import { totalForRise } from './4c-rise.ts';
import { allOf, bySubject, moveOf, takenByAll, TOTAL, weak, type Taken, type Weak } from './4c-weak.ts';

/** The whole account: what prices may take of its total before and after the plan, and the cents by which both may be rounded apart. */
interface Whole {
  readonly start: Taken;
  readonly end: Taken;
  readonly apart: bigint;
}

const wholeOf = (pushes: readonly Push[]): Whole => {
  const [start, end] = [takenByAll(pushes, TOTAL, () => 0), takenByAll(pushes, TOTAL)];
  return { start, end, apart: (start.rough + end.rough + 1n) / 2n };
};

const SCALED = HUNDRED_PCT * PER_CENT;

/** An amount by how far prices move, scaled: what it is, what a whole move adds, and twice the cents that rounding may take. */
const line = (now: bigint, slope: bigint, rough: bigint): Quadratic => ({
  a: 0n,
  b: slope,
  c: SCALED * now - (SCALED * rough) / 2n,
});

/** How the prices of one sector's tickers move at the worst: what that does to the bracket, to the total and to the sector before. */
interface Worst {
  readonly bracket: bigint;
  readonly total: bigint;
  readonly sector: bigint;
}

/**
 * The bracket decides which way each price is worst. The fees' part is so small that it cannot, except for a ticker that
 * hardly counts in the bracket: then the sector is taken at its highest and the total at its lowest, which is on the safe side.
 */
const worstOf = (own: readonly Push[], counts: Counts, { start }: Whole, fees: bigint, total: bigint): Worst => {
  let [bracket, moved, sector, highest, isClear] = [0n, -start.loss, 0n, 0n, true];
  for (const push of own) {
    const way = worstWay(push, counts, allOf(push));
    const growth = growthOf(push, counts, allOf(push));
    const held = heldAt(push);
    bracket += way * growth;
    moved += lossOf(push, TOTAL, 0) + way * held;
    sector += way * held;
    if (push.up) highest += held;
    if ((growth < 0n ? -growth : growth) * total < 2n * fees * held) isClear = false;
  }
  return isClear ? { bracket, total: moved, sector } : { bracket, total: -start.loss, sector: highest };
};

/**
 * A sector with traded tickers. With its values b and a, the totals B and A, and B − A lost to fees, it keeps its rise
 * while B·(points·A + kept·b − den·a) − kept·lost·b ≥ 0.
 */
const touchedRise = (kept: Kept, subject: string, own: readonly Push[], whole: Whole): readonly Weak[] => {
  const { before, after } = kept.rehearsal;
  const { rise, lost, sectors } = kept.rises;
  if (!sectors.has(subject)) return [];
  const { points, den } = rise;
  const [was, is] = [valueIn(before, 'sectors', subject), valueIn(after, 'sectors', subject)];
  const gone = lost + whole.apart > 0n ? lost + whole.apart : 0n;
  const counts = { cash: 0n, total: points + rise.kept, own: -den };
  const worst = worstOf(own, counts, whole, rise.kept * gone, before.total);
  const elsewhere = own.reduce((loss, push) => loss - lossOf(push, TOTAL, allOf(push)), whole.end.loss);
  const rough = points * whole.end.rough + (rise.kept + den) * BigInt(own.length);
  const bracket = line(points * after.total + rise.kept * was - den * is, worst.bracket - points * elsewhere, rough);
  const total = line(before.total, worst.total, whole.start.rough);
  const sector = line(was, worst.sector, -BigInt(own.length));
  const curve = blend(1n, product(bracket, total), -rise.kept * gone * SCALED, sector);
  return weak('sector_increase', subject, firstRoot(curve));
};

/** Sectors without traded tickers rise only because fees make the total smaller. */
const otherRises = (kept: Kept, touched: ReadonlyMap<string, unknown>, { start, apart }: Whole): readonly Weak[] => {
  const { before } = kept.rehearsal;
  const { rise, lost, sectors } = kept.rises;
  return [...sectors].flatMap((subject) => {
    if (touched.has(subject)) return [];
    const value = valueIn(before, 'sectors', subject);
    const need = totalForRise(rise, value, value, lost + apart);
    if (need === undefined) return [];
    return weak('sector_increase', subject, need === 'never' ? 0n : moveOf(before.total - need, start));
  });
};

/** The rises of sectors: of what is bought when it costs more, and of all when the total falls. */
export const weakRises = (kept: Kept, pushes: readonly Push[]): readonly Weak[] => {
  const whole = wholeOf(pushes);
  const groups = bySubject(pushes, 'sectors');
  return [
    ...[...groups].flatMap(([subject, own]) => touchedRise(kept, subject, own, whole)),
    ...otherRises(kept, groups, whole),
  ];
};
