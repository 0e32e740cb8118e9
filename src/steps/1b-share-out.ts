import type { Cents } from '../model/units.ts';
import { sumCents } from '../model/units.ts';

/** Something that gets a part of the money, up to its room. */
export interface Claimant {
  readonly part: bigint;
  readonly room: Cents;
}

/**
 * Shares an amount out in proportion to the parts. Who reaches the end of their room keeps that much, and the excess
 * goes to the others; what nobody has room for is left over. Amounts are rounded down to the cent.
 */
export const shareOut = (amount: Cents, claimants: readonly Claimant[]): readonly Cents[] => {
  const given = new Map<number, Cents>();
  let open = claimants.map((_, index) => index).filter((index) => (claimants[index]?.room ?? 0n) > 0n);
  let left: bigint = amount;
  for (;;) {
    const parts = open.reduce((sum, index) => sum + (claimants[index]?.part ?? 0n), 0n);
    if (parts <= 0n || left <= 0n) break;
    const ideal = (index: number): bigint => (left * (claimants[index]?.part ?? 0n)) / parts;
    const full = open.filter((index) => ideal(index) >= (claimants[index]?.room ?? 0n));
    const settled = full.length > 0 ? full : open;
    const amounts = settled.map(
      (index) => [index, full.length > 0 ? (claimants[index]?.room ?? 0n) : ideal(index)] as const,
    );
    for (const [index, value] of amounts) given.set(index, value as Cents);
    if (full.length === 0) break;
    left -= sumCents(amounts.map(([, value]) => value as Cents));
    open = open.filter((index) => !full.includes(index));
  }
  return claimants.map((_, index) => given.get(index) ?? (0n as Cents));
};
