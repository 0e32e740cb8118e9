/** The same chances in every run: whole numbers below a bound, and one of a list. */
export interface Chances {
  readonly below: (bound: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** One of a list that may be empty. */
  readonly any: <T>(list: readonly T[]) => T | undefined;
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
}

/** Chances from a seed (a linear congruential generator; its upper bits are used). */
export const chancesFrom = (seed: number): Chances => {
  let state = BigInt(seed) * 2_862_933_555_777_941_757n + 3_037_000_493n;
  const below = (bound: number): number => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(bound));
  };
  return {
    below,
    one: (list) => list[below(list.length)] as (typeof list)[number],
    any: (list) => (list.length === 0 ? undefined : list[below(list.length)]),
    shuffled: (list) =>
      list
        .map((item) => ({ item, at: below(1_000_000) }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
};
