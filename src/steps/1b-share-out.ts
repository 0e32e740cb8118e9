import type { Exact } from '../model/units.ts';

/** Something that gets a part of the money, up to its room. */
export interface Claimant {
  readonly part: bigint;
  readonly room: Exact;
}

/**
 * Shares an amount out in proportion to the parts. Who reaches the end of their room keeps that much, and the excess
 * goes to the others; what nobody has room for is left over. Exact to the last unit, which is rounded down.
 */
export const shareOut = (amount: Exact, claimants: readonly Claimant[]): readonly Exact[] => {
  const given = claimants.map(() => 0n);
  const roomOf = (index: number): bigint => claimants[index]?.room ?? 0n;
  const partOf = (index: number): bigint => claimants[index]?.part ?? 0n;
  let open = claimants.map((_, index) => index).filter((index) => roomOf(index) > 0n && partOf(index) > 0n);
  let left: bigint = amount;
  while (open.length > 0 && left > 0n) {
    const parts = open.reduce((sum, index) => sum + partOf(index), 0n);
    const remaining = left;
    const ideal = (index: number): bigint => (remaining * partOf(index)) / parts;
    const full = open.filter((index) => ideal(index) >= roomOf(index));
    const settled = full.length > 0 ? full : open;
    for (const index of settled) {
      given[index] = full.length > 0 ? roomOf(index) : ideal(index);
      left -= given[index] ?? 0n;
    }
    open = full.length > 0 ? open.filter((index) => !full.includes(index)) : [];
  }
  return given as Exact[];
};
